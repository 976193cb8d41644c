//! Debian's nginx, set up as `docs/hosting.md` says.

use std::env::temp_dir;
use std::fs::{create_dir_all, read_to_string, remove_dir_all, write};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::guide;
use crate::process::{Process, free_port};
use crate::program::find;

/// What nginx needs around a site, whoever runs it: Debian's own files of it belong to root.
const AROUND: &str = "
    daemon off; master_process off; pid SCRATCH/pid; error_log stderr;
    events {}
    http {
        include /etc/nginx/mime.types; default_type application/octet-stream;
        log_format asked \"$uri $status\"; access_log SCRATCH/asked asked;
        client_body_temp_path SCRATCH/1; proxy_temp_path SCRATCH/2; fastcgi_temp_path SCRATCH/3;
        uwsgi_temp_path SCRATCH/4; scgi_temp_path SCRATCH/5;
        SITE
    }";

/// A real nginx with `dist/` on a port of its own. It stops when dropped.
pub struct Nginx {
    port: u16,
    path: String,
    scratch: PathBuf,
    process: Option<Process>,
}

impl Nginx {
    /// Serves `dist/` under a path that begins and ends with `/`.
    pub fn start(path: &str) -> Self {
        Self::start_without("nothing", path)
    }

    /// The same, but without the lines of the guide that name a header.
    pub fn start_without(header: &str, path: &str) -> Self {
        let port = free_port();
        let scratch = temp_dir().join(format!("service-level-calculator-nginx-{port}"));
        let folder = scratch.join(format!("www{}", path.trim_end_matches('/')));
        let above = folder.parent().unwrap_or(&scratch);
        create_dir_all(above).expect("a scratch folder can be made");
        let dist = guide::dist().canonicalize().expect("dist/ is there");
        symlink(dist, &folder).expect("dist/ can be linked to");
        let site = site(&scratch, port, header, path);
        Self {
            port,
            path: path.to_owned(),
            process: Some(run(&scratch, port, &site)),
            scratch,
        }
    }

    /// The address of a file.
    pub fn address(&self, file: &str) -> String {
        format!("http://127.0.0.1:{}{}{file}", self.port, self.path)
    }

    /// What it has been asked for so far and with which status it answered, in order.
    pub fn asked(&self) -> Vec<String> {
        let log = read_to_string(self.scratch.join("asked")).expect("nginx notes what it answers");
        log.lines().map(str::to_owned).collect()
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        self.process = None;
        // What stays of it lies in the system's own scratch folder.
        let _ = remove_dir_all(&self.scratch);
    }
}

/// The guide's site with our port, folder and path in it.
fn site(scratch: &Path, port: u16, header: &str, path: &str) -> String {
    let site = guide::block("hosting.md", "nginx", "nginx");
    let kept = site.lines().filter(|line| !line.contains(header));
    let site = kept.collect::<Vec<_>>().join("\n");
    let folder = scratch.join("www").display().to_string();
    [
        ("listen 80;", format!("listen 127.0.0.1:{port};")),
        ("location /slc/", format!("location {path}")),
        ("root /var/www;", format!("root {folder};")),
    ]
    .iter()
    .fold(site, |site, (theirs, ours)| {
        assert!(site.contains(theirs), "the guide says `{theirs}`");
        site.replace(theirs, ours)
    })
}

fn run(scratch: &Path, port: u16, site: &str) -> Process {
    let config = scratch.join("nginx.conf");
    let around = AROUND.replace("SCRATCH", &scratch.display().to_string());
    write(&config, around.replace("SITE", site)).expect("a config can be written");
    let mut nginx = Command::new(find("NGINX", &["nginx"]));
    nginx.arg("-c").arg(&config).args(["-e", "stderr"]);
    let mut process = Process::start(nginx.stdout(Stdio::null()));
    process.until_listening("nginx", port);
    process
}
