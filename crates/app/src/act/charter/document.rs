//! A charter as one plain text: what is kept beside the record when it is put to the sides.

use words::Words;

use super::Charter;

/// The charter in its own language, question by question.
pub(super) fn plain(w: &Words, team: &str, charter: &Charter) -> String {
    let quorum = w.charter_quorum_says(charter.quorum);
    let decides = match charter.protocol {
        super::Protocol::FistToFive => w.charter_lowest_says(charter.lowest),
        other => other.means(w).to_owned(),
    };
    let parts: [(&str, String); 7] = [
        (w.charter_q1(), charter.text("purpose").to_owned()),
        (
            w.charter_q2(),
            format!(
                "{}\n{}\n{}\n{}",
                w.charter_in_scope(),
                charter.text("in_scope"),
                w.charter_out_scope(),
                charter.text("out_scope")
            ),
        ),
        (w.charter_q3(), format!("{}. {}", charter.authority.say(w), charter.authority.means(w))),
        (w.charter_q4(), format!("{}\n{quorum}", charter.text("sits"))),
        (w.charter_q5(), format!("{}\n{}", charter.text("norms"), charter.text("private"))),
        (
            w.charter_q6(),
            format!(
                "{}. {decides}\n{}. {}",
                charter.protocol.say(w),
                charter.fallback.say(w),
                charter.fallback.means(w)
            ),
        ),
        (
            w.charter_q7(),
            format!(
                "{}\n{}\n{}\n{}",
                charter.text("rhythm"),
                charter.text("hears"),
                charter.open_meetings.means(w),
                w.charter_ends_says(w.date(charter.ends_on))
            ),
        ),
    ];
    let mut out = format!("{}\n", w.charter_of(team));
    for (question, answer) in parts {
        out.push_str(&format!("\n{question}\n{answer}\n"));
    }
    out.push_str(&format!("\n{}\n", w.charter_standing_line()));
    out
}
