//! A private PostgreSQL for the tests of one checkout: started by the first test that needs it, shared by all test
//! processes, stopped by itself once it has been idle for some minutes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

use tokio_postgres::NoTls;

/// A schema for one test.
#[derive(Debug)]
pub(crate) struct Schema {
    name: String,
    server: &'static str,
}

impl Schema {
    pub(crate) fn new() -> Option<Schema> {
        let server = server_in_use()?;
        let schema = Schema { name: name(), server };
        say(server, &format!("CREATE SCHEMA {}", schema.name));
        Some(schema)
    }

    pub(crate) fn url(&self) -> String {
        let join = if self.server.contains('?') { '&' } else { '?' };
        format!("{}{join}options=-csearch_path%3D{}", self.server, self.name)
    }
}

/// A name nothing else on the server has.
fn name() -> String {
    format!("t_{}", uuid::Uuid::new_v4().simple())
}

/// On a thread of its own, because a test's runtime may be all around.
fn say(server: &'static str, sql: &str) {
    let sql = sql.to_owned();
    let said = std::thread::spawn(move || {
        crate::run(async {
            let (client, connection) = tokio_postgres::connect(server, NoTls).await?;
            tokio::spawn(connection);
            client.batch_execute(&sql).await
        })
    });
    let said = said.join().map(|said| said.map_err(|error| format!("{error:?}")));
    assert!(matches!(said, Ok(Ok(()))), "the test's PostgreSQL: {said:?}");
}

impl Drop for Schema {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            say(self.server, &format!("DROP SCHEMA {} CASCADE", self.name));
        }
    }
}

/// A database for one test, of which copies can be made.
#[derive(Debug)]
pub(crate) struct Database {
    name: String,
    server: &'static str,
}

impl Database {
    pub(crate) fn new() -> Option<Database> {
        Some(Self::made(server_in_use()?, "template0"))
    }

    /// The same data once more. Whoever let go of this one a moment ago may not have hung up yet, and a database
    /// that somebody has open cannot be copied.
    pub(crate) fn copy(&self) -> Database {
        let name = &self.name;
        say(
            self.server,
            &format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"),
        );
        Self::made(self.server, name)
    }

    fn made(server: &'static str, like: &str) -> Database {
        let database = Database { name: name(), server };
        say(server, &format!("CREATE DATABASE {} TEMPLATE {like}", database.name));
        database
    }

    pub(crate) fn url(&self) -> String {
        let end = self.server.find('?').unwrap_or(self.server.len());
        let (before, options) = self.server.split_at(end);
        let server = before.rsplit_once('/').map_or(before, |(server, _)| server);
        format!("{server}/{}{options}", self.name)
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            say(self.server, &format!("DROP DATABASE {} WITH (FORCE)", self.name));
        }
    }
}

/// Address of the one server this process uses.
fn server_in_use() -> Option<&'static str> {
    static SERVER: OnceLock<Option<String>> = OnceLock::new();
    SERVER.get_or_init(server).as_deref()
}

/// Address of a running server, started if need be.
fn server() -> Option<String> {
    if let Ok(url) = std::env::var("CONCORD_TEST_POSTGRES") {
        return Some(url);
    }
    let Some(programs) = programs() else {
        let strict = std::env::var("CI").is_ok_and(|ci| ci == "true");
        assert!(!strict, "no PostgreSQL 15 or later on this machine, and CI must not skip its tests");
        eprintln!("skipped: no PostgreSQL 15 or later on this machine");
        return None;
    };
    match (Cluster { programs, folder: folder() }).address() {
        Ok(address) => Some(address),
        Err(why) => panic!("the test's PostgreSQL did not start: {why}"),
    }
}

/// Folder of the newest PostgreSQL's programs.
fn programs() -> Option<PathBuf> {
    let debian = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().join("bin"));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found =
        debian.chain(std::env::split_paths(&path)).filter_map(|folder| Some((version(&folder)?, folder)));
    found.filter(|(version, _)| *version >= 15).max_by_key(|(version, _)| *version).map(|(_, folder)| folder)
}

/// Main version of the PostgreSQL in a folder: `postgres (PostgreSQL) 17.6` is 17.
fn version(folder: &Path) -> Option<u32> {
    if !folder.join("initdb").exists() {
        return None;
    }
    let said = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
    let said = String::from_utf8(said.stdout).ok()?;
    said.split_whitespace().find_map(|word| word.split('.').next()?.parse().ok())
}

/// `<target>/test-postgres`, beside the running test program.
fn folder() -> PathBuf {
    let program = std::env::current_exe().unwrap_or_default();
    let target = program.ancestors().find(|folder| folder.join("CACHEDIR.TAG").exists());
    target.map_or_else(std::env::temp_dir, Path::to_path_buf).join("test-postgres")
}

struct Cluster {
    programs: PathBuf,
    /// Where the lock and the address stand.
    folder: PathBuf,
}

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

impl Cluster {
    /// Only one process at a time looks whether the server is alive, and starts it.
    fn address(&self) -> Outcome<String> {
        fs::create_dir_all(&self.folder)?;
        let lock = fs::File::create(self.folder.join("lock"))?;
        lock.lock()?;
        let noted = self.folder.join("address");
        if let Ok(address) = fs::read_to_string(&noted)
            && alive(&address)
        {
            return Ok(address);
        }
        let address = self.start()?;
        fs::write(noted, &address)?;
        Ok(address)
    }

    /// A fresh cluster in a private folder of the system's, whose short path a socket can have and whose parents an
    /// unprivileged user can pass. It is rubbish when the server ends, and goes with it.
    fn start(&self) -> Outcome<String> {
        let home = tempfile::Builder::new().prefix("concord-pg-").tempdir()?.keep();
        fs::set_permissions(&home, fs::Permissions::from_mode(0o700))?;
        if is_root() {
            succeed(Command::new("chown").arg("postgres").arg(&home))?;
        }
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let password = uuid::Uuid::new_v4().simple().to_string();
        let script = home.join("start");
        fs::write(&script, self.script(&home, port, &password))?;
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755))?;
        succeed(&mut self.unprivileged(&script))?;
        Ok(format!("postgres://postgres:{password}@127.0.0.1:{port}/postgres"))
    }

    /// PostgreSQL refuses to run as root.
    fn unprivileged(&self, script: &Path) -> Command {
        let mut command = Command::new(if is_root() { "runuser" } else { "sh" });
        if is_root() {
            command.args(["-u", "postgres", "--", "sh"]);
        }
        command.arg(script).current_dir("/");
        command
    }

    fn script(&self, home: &Path, port: u16, password: &str) -> String {
        let fsync = std::env::var("CONCORD_TEST_PG_FSYNC").is_ok_and(|on| on == "1");
        include_str!("start.sh")
            .replace("@PROGRAMS@", &self.programs.display().to_string())
            .replace("@HOME@", &home.display().to_string())
            .replace("@PORT@", &port.to_string())
            .replace("@PASSWORD@", password)
            .replace("@FSYNC@", if fsync { "on" } else { "off" })
    }
}

fn alive(address: &str) -> bool {
    let address = address.to_owned();
    let asked = std::thread::spawn(move || {
        crate::run(async { tokio_postgres::connect(&address, NoTls).await.is_ok() })
    });
    asked.join().unwrap_or(false)
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| std::os::unix::fs::MetadataExt::uid(&own) == 0)
}

fn succeed(command: &mut Command) -> Outcome<()> {
    let done = command.stdin(Stdio::null()).output()?;
    if done.status.success() {
        return Ok(());
    }
    Err(format!(
        "{command:?}: {}{}",
        String::from_utf8_lossy(&done.stdout),
        String::from_utf8_lossy(&done.stderr)
    )
    .into())
}
