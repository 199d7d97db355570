//! The list at the top of a refused form names the field of each line: "Name: Fill this in." is worth a click,
//! six times "Fill this in." is not. Labels are written where the fields are, below the list, so the page
//! is read once it is whole.

/// The same page, with each line of its list beginning with the label of the field it leads to.
pub fn naming_fields(html: String) -> String {
    const BEGINS: &str = "<div class=\"error-summary\"";
    let Some(at) = html.find(BEGINS) else { return html };
    let Some(end) = html[at..].find("</ul>").map(|end| at + end) else { return html };
    let (before, list, after) = (&html[..at], &html[at..end], &html[end..]);
    let mut lines = list.split("<a href=\"#");
    let mut named = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        named.push_str("<a href=\"#");
        match line.split_once("\">") {
            Some((id, message)) => {
                named.push_str(id);
                named.push_str("\">");
                if let Some(label) = label(after, id).filter(|label| !message.starts_with(label.as_str())) {
                    named.push_str(&label);
                    named.push_str(if label.ends_with(['?', ':', '.']) { " " } else { ": " });
                }
                named.push_str(message);
            }
            None => named.push_str(line),
        }
    }
    format!("{before}{named}{after}")
}

/// The words of the label or legend that belongs to this field, as they stand on the page.
fn label(page: &str, id: &str) -> Option<String> {
    let own = format!("<label for=\"{id}\">");
    let group = format!("id=\"{id}\" tabindex=\"-1\"");
    let words = if let Some(at) = page.find(&own) {
        &page[at + own.len()..]
    } else {
        let at = page.find(&group)?;
        page[at..].split_once("<legend>")?.1
    };
    let words = words.split('<').next()?.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(list: &str) -> String {
        format!(
            "<h1>Start</h1><div class=\"error-summary\"><ul>{list}</ul></div><form>\
             <label for=\"name\">Your name <span class=\"optional\">(skip)</span></label><input id=\"name\">\
             <fieldset class=\"choices\" id=\"who\" tabindex=\"-1\" data-invalid><legend>Who are you?</legend></fieldset>\
             </form>"
        )
    }

    #[test]
    fn each_line_begins_with_the_label_of_its_field() {
        let named = naming_fields(page(
            "<li><a href=\"#name\">Fill this in.</a></li><li><a href=\"#who\">Choose one.</a></li><li>Sent twice.</li>",
        ));
        assert!(named.contains("<a href=\"#name\">Your name: Fill this in.</a>"), "{named}");
        assert!(named.contains("<a href=\"#who\">Who are you? Choose one.</a>"), "{named}");
        assert!(named.contains("<li>Sent twice.</li>"), "{named}");
    }

    #[test]
    fn a_field_without_a_label_and_a_page_without_a_list_stay_as_they_are() {
        let line = "<li><a href=\"#gone\">Fill this in.</a></li>";
        assert!(naming_fields(page(line)).contains(line));
        let plain = "<h1>Start</h1><a href=\"#name\">Fill this in.</a>".to_owned();
        assert_eq!(naming_fields(plain.clone()), plain);
    }
}
