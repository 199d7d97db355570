//! Makes the client: bundles `web/` (or takes the bundle named by `CONCORD_ASSETS`), compresses each file and writes the
//! Rust that embeds them. Everything happens inside `OUT_DIR`; the source tree is only read.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What pages link to, and the constant that holds its address.
const LINKED: [(&str, &str, &str); 3] =
    [("app", "css", "APP_CSS"), ("app", "js", "APP_JS"), ("icon", "svg", "ICON_SVG")];

/// What the bundle is made of, inside `web/`.
const SOURCES: [&str; 6] = ["styles", "scripts", "icon.svg", "package.json", "package-lock.json", ".npmrc"];

/// Browsers of the last three years; esbuild rewrites newer syntax for them.
const BROWSERS: &str = "--target=chrome115,firefox120,safari17";

fn main() {
    if let Err(why) = make() {
        println!("cargo::error={}", why.replace('\n', " "));
    }
}

fn make() -> Result<(), String> {
    println!("cargo::rerun-if-env-changed=CONCORD_ASSETS");
    let out = PathBuf::from(env::var("OUT_DIR").map_err(|e| e.to_string())?);
    let bundle = match env::var_os("CONCORD_ASSETS") {
        Some(dir) => finished(PathBuf::from(dir)),
        None => bundle(&out)?,
    };
    let code = embed(&bundle, &out)?;
    write(&out.join("embedded.rs"), code.as_bytes())
}

/// A bundle made elsewhere.
fn finished(dir: PathBuf) -> PathBuf {
    println!("cargo::rerun-if-changed={}", dir.display());
    dir
}

/// Runs npm and esbuild on a copy of `web/`; gives the folder of the finished files.
fn bundle(out: &Path) -> Result<PathBuf, String> {
    let manifest = env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?;
    let source = Path::new(&manifest).join("../../web");
    let (web, bundle) = (out.join("web"), out.join("bundle"));
    for name in SOURCES {
        println!("cargo::rerun-if-changed={}", source.join(name).display());
        // A file that was deleted from web/ must not live on in the copy.
        let _ = fs::remove_dir_all(web.join(name));
        copy(&source.join(name), &web.join(name))?;
    }
    install(&web)?;
    let _ = fs::remove_dir_all(&bundle);
    let mut esbuild = Command::new(esbuild(&web)?);
    esbuild.current_dir(&web).args(["styles/app.css", "scripts/app.ts", "icon.svg", "--bundle", "--minify"]);
    esbuild.args([BROWSERS, "--loader:.svg=copy", "--entry-names=[name]-[hash]", "--log-level=warning"]);
    if env::var("PROFILE").is_ok_and(|profile| profile != "release") {
        esbuild.arg("--sourcemap");
    }
    esbuild.arg(format!("--outdir={}", bundle.display()));
    run(&mut esbuild, "esbuild could not bundle web/")?;
    Ok(bundle)
}

/// `npm ci`, once for each content of the lock file.
fn install(web: &Path) -> Result<(), String> {
    let lock = read(&web.join("package-lock.json"))?;
    let installed = web.join("node_modules/installed-lock.json");
    if fs::read(&installed).is_ok_and(|done| done == lock) {
        return Ok(());
    }
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let mut ci = Command::new(npm);
    ci.current_dir(web).args(["ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"]);
    run(
        &mut ci,
        "The client needs npm and, the first time, the network; install Node.js or point CONCORD_ASSETS at a \
         finished bundle",
    )?;
    write(&installed, &lock)
}

/// The bundler's binary, in the package for this machine: without install scripts npm's own wrapper is slower.
fn esbuild(web: &Path) -> Result<PathBuf, String> {
    files(&web.join("node_modules/@esbuild"))?
        .into_iter()
        .flat_map(|package| [package.join("bin/esbuild"), package.join("esbuild.exe")])
        .find(|binary| binary.is_file())
        .ok_or_else(|| {
            "esbuild has no build for this machine; point CONCORD_ASSETS at a finished bundle".to_owned()
        })
}

/// The Rust text that embeds every file of the bundle.
fn embed(bundle: &Path, out: &Path) -> Result<String, String> {
    let mut names = Vec::new();
    let mut entries = String::new();
    for path in files(bundle)? {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_owned();
        let bytes = read(&path)?;
        let plain = out.join(&name);
        let (gzip, br) = (out.join(format!("{name}.gz")), out.join(format!("{name}.br")));
        write(&plain, &bytes)?;
        write(&gzip, &gzipped(&bytes)?)?;
        write(&br, &brotlied(&bytes)?)?;
        let _ = writeln!(
            entries,
            "Asset {{ name: {name:?}, content_type: {:?}, bytes: include_bytes!({plain:?}), \
             gzip: Some(include_bytes!({gzip:?})), br: Some(include_bytes!({br:?})) }},",
            content_type(&name),
        );
        names.push(name);
    }
    let mut code = format!("static ALL: &[Asset] = &[{entries}];\n");
    for (stem, ending, constant) in LINKED {
        let name = linked(&names, stem, ending)?;
        let _ = writeln!(code, "/// Where a page finds `{stem}.{ending}`.");
        let _ = writeln!(code, "pub const {constant}: &str = \"/assets/{name}\";");
    }
    Ok(code)
}

/// The file `stem-HASH.ending`.
fn linked<'a>(names: &'a [String], stem: &str, ending: &str) -> Result<&'a str, String> {
    let is = |name: &&String| {
        name.strip_prefix(stem)
            .and_then(|rest| rest.strip_prefix('-'))
            .and_then(|rest| rest.strip_suffix(ending)?.strip_suffix('.'))
            .is_some_and(|hash| !hash.is_empty() && hash.chars().all(|c| c.is_ascii_alphanumeric()))
    };
    names
        .iter()
        .find(is)
        .map(String::as_str)
        .ok_or_else(|| format!("the bundle holds no {stem}-HASH.{ending}; build web/ again"))
}

fn content_type(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("map") => "application/json",
        _ => "application/octet-stream",
    }
}

fn gzipped(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut to = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    to.write_all(bytes).map_err(|e| e.to_string())?;
    to.finish().map_err(|e| e.to_string())
}

fn brotlied(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut to = Vec::new();
    let how = brotli::enc::BrotliEncoderParams { quality: 9, ..Default::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut to, &how).map_err(|e| e.to_string())?;
    Ok(to)
}

/// Runs it; when it fails the sentence comes first, then what the program itself said.
fn run(command: &mut Command, sentence: &str) -> Result<(), String> {
    match command.output() {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => Err(format!("{sentence}. ({})", String::from_utf8_lossy(&done.stderr).trim())),
        Err(why) => Err(format!("{sentence}. ({why})")),
    }
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    if !from.is_dir() {
        return write(to, &read(from)?);
    }
    files(from)?.iter().try_for_each(|file| copy(file, &to.join(file.file_name().unwrap_or_default())))
}

/// What lies in a folder, in the same order on every machine.
fn files(dir: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(dir).map_err(|e| format!("{}: {e}", dir.display()))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, bytes))
        .map_err(|e| format!("{}: {e}", path.display()))
}
