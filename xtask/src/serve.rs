//! The development server: debug build, reload on change, nearly the page's own policy.

use crate::step::Step;
use crate::{build, setup};
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
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| {
        format!("port {port} is taken. Choose another: cargo xtask serve --port 8081")
    })?;
    // Trunk listens only once the first build is done: then the address is worth printing.
    thread::spawn(move || {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            thread::sleep(Duration::from_millis(300));
        }
        println!("\n    The calculator: http://127.0.0.1:{port}/   (Ctrl-C ends)\n");
    });
    Step {
        doing: "Building and serving",
        usually: "a minute or two the first time, seconds after a change",
        remedy: "The lines above tell what is wrong",
    }
    .run(
        build::trunk()?
            // Away from dist/, which holds releases only.
            .args(["serve", "--public-url", "/", "--dist", "target/serve"])
            .args(["--port", &port.to_string()]),
    )
}
