//! The development server: quick build, reload on change where Trunk is there, else none.

use crate::build::{self, Care};
use crate::step::Step;
use crate::{http, setup, tool, trunk};
use anyhow::{Context, Result};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

/// The port unless another is asked for.
pub const DEFAULT_PORT: u16 = 8080;

/// Reads the port of `--port`.
pub fn parse_port(text: &str) -> Result<u16> {
    text.parse()
        .with_context(|| format!("`{text}` is no port: 1 to 65535"))
}

/// Installs what is missing, builds, serves until interrupted.
pub fn run(port: u16) -> Result<()> {
    setup::run(setup::Extent::Build)?;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("port {port} is taken. Choose another: cargo xtask serve --port 8081")
    })?;
    if tool::has_trunk() {
        drop(listener);
        return with_trunk(port);
    }
    build::into(&trunk::folder(), Care::Quick)?;
    println!(
        "\nWith Trunk on the PATH this would build and reload after each change; \
         without it, start this again."
    );
    say(port);
    http::serve(&listener, &trunk::folder())
}

fn with_trunk(port: u16) -> Result<()> {
    // Trunk listens only once the first build is done: then the address is worth printing.
    thread::spawn(move || {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            thread::sleep(Duration::from_millis(300));
        }
        say(port);
    });
    Step {
        doing: "Building and serving with Trunk",
        usually: "a minute or two the first time, seconds after a change",
        remedy: "The lines above tell what is wrong",
    }
    .run(
        trunk::command()?
            .args(["serve", "--port"])
            .arg(port.to_string()),
    )
}

fn say(port: u16) {
    println!("\n    The calculator: http://127.0.0.1:{port}/   (Ctrl-C ends)\n");
}
