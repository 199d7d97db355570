//! The commitment's pages. One page says what stands, what waits for whom until when, and the one next
//! button; the others write, sign and print.

mod begin;
mod keep;
mod next;
mod show;
mod shown;
mod sign;
mod write;

use crate::access::{Policy, Right};
use crate::web::routes::Routes;

const SEE: Policy = Policy::Seat(Right::See);
const WRITE: Policy = Policy::Seat(Right::WriteCommitment);
const FREEZE: Policy = Policy::Seat(Right::FreezeCommitment);
const SIGN: Policy = Policy::Seat(Right::SignCommitment);
const SUPPORT: Policy = Policy::Seat(Right::SupportCommitment);

/// See the module.
pub fn routes() -> Routes {
    Routes::new()
        .get("/p/{partnership}/commitment", SEE, show::show_page)
        .post("/p/{partnership}/commitment/begin", WRITE, write::begin)
        .get("/p/{partnership}/commitment/renew", FREEZE, begin::page)
        .post("/p/{partnership}/commitment/looked", FREEZE, show::looked)
        .get("/p/{partnership}/commitment/write", WRITE, write::page)
        .post("/p/{partnership}/commitment/write", WRITE, write::save)
        .get("/p/{partnership}/commitment/translation", WRITE, write::translation_page)
        .post("/p/{partnership}/commitment/translation", WRITE, write::translate)
        .post("/p/{partnership}/commitment/translation/review", WRITE, write::review)
        .get("/p/{partnership}/commitment/signers", FREEZE, sign::signers_page)
        .post("/p/{partnership}/commitment/signers", FREEZE, sign::name_signers)
        .get("/p/{partnership}/commitment/freeze", FREEZE, show::ask_freeze)
        .post("/p/{partnership}/commitment/freeze", FREEZE, show::freeze)
        .post("/p/{partnership}/commitment/reopen", FREEZE, show::reopen)
        .get("/p/{partnership}/commitment/sign", SIGN, sign::page)
        .post("/p/{partnership}/commitment/sign", SIGN, sign::sign)
        .get("/p/{partnership}/commitment/confirm", SIGN, sign::confirm_page)
        .post("/p/{partnership}/commitment/confirm", SIGN, sign::confirm)
        .get("/p/{partnership}/commitment/paper", SIGN, sign::paper_page)
        .post("/p/{partnership}/commitment/paper", SIGN, sign::sign_on_paper)
        .post("/p/{partnership}/commitment/support", SUPPORT, show::support)
        .get("/p/{partnership}/commitment/versions/{commitment}", SEE, keep::versions)
        .get("/p/{partnership}/commitment/versions/{commitment}/{version}", SEE, keep::version)
        .get("/p/{partnership}/commitment/print", SEE, keep::print)
        .get("/p/{partnership}/commitment/print/{commitment}", SEE, keep::print_one)
        .get("/p/{partnership}/commitment/text/{commitment}", SEE, keep::text_file)
}
