//! A browser without JavaScript, in process. Whatever it opens is also checked for what every page
//! must have: a language, one heading, a landmark, labels, unique ids, and nothing inline.

use std::collections::{BTreeMap, HashSet};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use scraper::{ElementRef, Html, Selector};
use tower::ServiceExt;

/// See the module.
#[derive(Clone)]
pub struct Browser {
    service: Router,
    base_url: String,
    cookies: BTreeMap<String, String>,
    language: String,
    /// Where it is.
    pub path: String,
    /// The status of the page it is on.
    pub status: StatusCode,
    /// The page it is on.
    pub html: String,
    typed: Vec<(String, String)>,
    /// Whether it is shown who will hear, where the form did not; else it has seen that before.
    asked_who_hears: bool,
}

fn all(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Browser {
    /// A browser at the door of this program.
    pub fn new(service: Router, base_url: &str) -> Self {
        Self {
            service,
            base_url: base_url.to_owned(),
            cookies: BTreeMap::new(),
            language: "en".into(),
            path: "/".into(),
            status: StatusCode::OK,
            html: String::new(),
            typed: Vec::new(),
            asked_who_hears: false,
        }
    }

    /// From now on it is shown who will hear, before letters go to more than one person.
    pub fn asks_who_hears(&mut self) -> &mut Self {
        self.asked_who_hears = true;
        self
    }

    /// The same browser, reading another language.
    pub fn reading(mut self, language: &str) -> Self {
        self.language = language.into();
        self
    }

    /// Holds this cookie from now on.
    pub fn hold(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.into(), value.into());
    }

    /// The cookie it holds under this name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// Sends one request and follows where it leads.
    pub async fn send(&mut self, method: Method, path: &str, body: Option<String>) -> &mut Self {
        let mut body = body;
        if let (false, Some(body)) = (self.asked_who_hears, &mut body) {
            body.push_str("&_heard=yes");
        }
        let mut step = (method, path.to_owned(), body);
        for _ in 0..8 {
            let Some(next) = self.one(step.0, &step.1, step.2).await else { break };
            step = (Method::GET, next, None);
        }
        self.typed.clear();
        if self.is_page() {
            self.check();
        }
        self
    }

    async fn one(&mut self, method: Method, path: &str, body: Option<String>) -> Option<String> {
        let authority = self.base_url.split("://").nth(1).expect("a base URL");
        let cookies: Vec<String> = self.cookies.iter().map(|(n, v)| format!("{n}={v}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, authority)
            .header("sec-fetch-site", "same-origin")
            .header(header::ACCEPT_LANGUAGE, &self.language)
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.unwrap_or_default()))
            .expect("a request");
        let response = self.service.clone().oneshot(request).await.expect("an answer");
        self.status = response.status();
        self.path = path.to_owned();
        for line in response.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie::Cookie::parse(line.to_str().expect("text").to_owned()).expect("a cookie");
            if cookie.max_age() == Some(cookie::time::Duration::ZERO) {
                self.cookies.remove(cookie.name());
            } else {
                self.cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        let location = response.headers().get(header::LOCATION).map(|v| v.to_str().expect("text").to_owned());
        let is_stream =
            response.headers().get(header::CONTENT_TYPE).is_some_and(|v| v == "text/event-stream");
        let bytes = if is_stream {
            Vec::new()
        } else {
            to_bytes(response.into_body(), usize::MAX).await.expect("a body").to_vec()
        };
        self.html = String::from_utf8_lossy(&bytes).into_owned();
        location.filter(|_| self.status.is_redirection())
    }

    /// Opens a page.
    pub async fn open(&mut self, path: &str) -> &mut Self {
        self.send(Method::GET, path, None).await
    }

    /// Follows the link with these words.
    pub async fn follow(&mut self, text: &str) -> &mut Self {
        let to = {
            let page = self.page();
            let link =
                page.select(&all("a[href]")).find(|a| words(*a) == text || words(*a).starts_with(text));
            link.and_then(|a| a.attr("href")).map(str::to_owned)
        };
        let to = to.unwrap_or_else(|| panic!("no link says {text:?} on {}:\n{}", self.path, self.text()));
        self.open(&to).await
    }

    /// Types into the field with this label, or picks the option of that name in a list.
    pub fn fill(&mut self, label: &str, text: &str) -> &mut Self {
        let name = self.field(label);
        self.typed.retain(|(n, _)| *n != name);
        self.typed.push((name, text.to_owned()));
        self
    }

    /// Ticks the box, or takes the choice, with this label.
    pub fn choose(&mut self, label: &str) -> &mut Self {
        let (name, value, radio) = {
            let page = self.page();
            let id = self.labelled(&page, label);
            let input = page.select(&all("input")).find(|i| i.attr("id") == Some(&id)).expect("an input");
            let value = input.attr("value").unwrap_or("on").to_owned();
            (input.attr("name").expect("a name").to_owned(), value, input.attr("type") == Some("radio"))
        };
        if radio {
            self.typed.retain(|(n, _)| *n != name);
        }
        self.typed.push((name, value));
        self
    }

    /// Takes the choice with this value in the group of this name, where several groups use the same words.
    pub fn take(&mut self, name: &str, value: &str) -> &mut Self {
        let there = self
            .page()
            .select(&all("input[type=radio]"))
            .any(|input| input.attr("name") == Some(name) && input.attr("value") == Some(value));
        assert!(there, "{name} has no choice {value} on {}:\n{}", self.path, self.text());
        self.typed.retain(|(n, _)| n != name);
        self.typed.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Presses the button with these words and sends its form.
    pub async fn press(&mut self, button: &str) -> &mut Self {
        let (action, method, pairs) = self.sending(button);
        let body = serde_urlencoded::to_string(&pairs).expect("a form");
        if method == Method::GET {
            return self.open(&format!("{action}?{body}")).await;
        }
        self.send(method, &action, Some(body)).await
    }

    /// What pressing the button would send: action, method and pairs.
    pub fn sending(&self, button: &str) -> (String, Method, Vec<(String, String)>) {
        let page = self.page();
        let form = page
            .select(&all("form"))
            .find(|form| form.select(&all("button")).any(|b| words(b) == button))
            .unwrap_or_else(|| panic!("no button says {button:?} on {}:\n{}", self.path, self.text()));
        let action = form.attr("action").filter(|a| !a.is_empty()).unwrap_or(&self.path).to_owned();
        let method = if form.attr("method") == Some("post") { Method::POST } else { Method::GET };
        let mut pairs = Vec::new();
        for field in form.select(&all("input[name], textarea[name], select[name]")) {
            let name = field.attr("name").expect("a name").to_owned();
            if !self.typed.iter().any(|(n, _)| *n == name) {
                standing(field).into_iter().for_each(|value| pairs.push((name.clone(), value)));
            }
        }
        let mine: HashSet<String> =
            form.select(&all("[name]")).filter_map(|f| f.attr("name").map(str::to_owned)).collect();
        pairs.extend(self.typed.iter().filter(|(name, _)| mine.contains(name)).cloned());
        if let Some(pressed) = form.select(&all("button[name]")).find(|b| words(*b) == button) {
            let value = pressed.attr("value").unwrap_or("").to_owned();
            pairs.push((pressed.attr("name").expect("a name").to_owned(), value));
        }
        (action, method, pairs)
    }

    /// Fails unless the page holds these words.
    pub fn sees(&mut self, text: &str) -> &mut Self {
        assert!(
            self.text().contains(text),
            "{:?} is not on {} ({}):\n{}",
            text,
            self.path,
            self.status,
            self.text()
        );
        self
    }

    /// Fails if the page holds these words.
    pub fn misses(&mut self, text: &str) -> &mut Self {
        assert!(!self.html.contains(text), "{:?} is on {}:\n{}", text, self.path, self.text());
        self
    }

    /// Fails unless the page answered with this status.
    pub fn answered(&mut self, status: u16) -> &mut Self {
        assert_eq!(self.status.as_u16(), status, "on {}:\n{}", self.path, self.text());
        self
    }

    /// The message next to the field with this label.
    pub fn wrong(&self, label: &str) -> Option<String> {
        let page = self.page();
        let id = self.labelled(&page, label);
        let field = page.select(&all("[id]")).find(|f| f.attr("id") == Some(&id))?;
        let described = field.attr("aria-describedby")?;
        described
            .split_whitespace()
            .find_map(|id| page.select(&all(".error")).find(|e| e.attr("id") == Some(id)).map(words))
    }

    /// What stands in the field with this label.
    pub fn holds(&self, label: &str) -> String {
        let page = self.page();
        let id = self.labelled(&page, label);
        let field = page.select(&all("[id]")).find(|f| f.attr("id") == Some(&id)).expect("a field");
        standing(field).into_iter().next().unwrap_or_default()
    }

    /// The page as a reader reads it.
    pub fn text(&self) -> String {
        self.page().select(&all("body")).next().map(words).unwrap_or_else(|| self.html.clone())
    }

    fn page(&self) -> Html {
        Html::parse_document(&self.html)
    }

    fn is_page(&self) -> bool {
        self.html.trim_start().starts_with("<!doctype html>")
    }

    fn labelled(&self, page: &Html, label: &str) -> String {
        page.select(&all("label[for]"))
            .find(|l| words(*l) == label)
            .or_else(|| page.select(&all("label[for]")).find(|l| words(*l).starts_with(label)))
            .and_then(|l| l.attr("for"))
            .unwrap_or_else(|| panic!("no field is labelled {label:?} on {}:\n{}", self.path, self.text()))
            .to_owned()
    }

    fn field(&self, label: &str) -> String {
        let page = self.page();
        let id = self.labelled(&page, label);
        let field = page.select(&all("[id]")).find(|f| f.attr("id") == Some(&id)).expect("a field");
        field.attr("name").expect("a name").to_owned()
    }

    /// What every page must have.
    fn check(&self) {
        let page = self.page();
        let count = |selector: &str| page.select(&all(selector)).count();
        let at = format!("{} ({})", self.path, self.status);
        assert_eq!(count("h1"), 1, "one h1 on {at}");
        assert_eq!(count("main"), 1, "one main on {at}");
        assert!(count("html[lang]") == 1 && count("head > title") == 1, "a language and a title on {at}");
        // A file to take along stands alone: its look is inside it. It is never shown as a page of ours.
        let alone =
            ["/guidebook/", "/playbooks/", "/tools/"].iter().any(|place| self.path.starts_with(place));
        let inside = if alone && self.path.ends_with("/file") {
            "[style], script"
        } else {
            "[style], style, script:not([src])"
        };
        assert_eq!(count(inside), 0, "nothing inline on {at}");
        assert_eq!(count("img:not([alt])"), 0, "every picture has an alt on {at}");
        let mut ids = HashSet::new();
        for element in page.select(&all("[id]")) {
            let id = element.attr("id").expect("an id");
            assert!(ids.insert(id.to_owned()), "the id {id:?} stands once on {at}");
        }
        for field in page.select(&all("input:not([type=hidden]), textarea, select")) {
            let id = field.attr("id").unwrap_or_default();
            let named = field.attr("aria-label").is_some()
                || page.select(&all("label[for]")).any(|l| l.attr("for") == Some(id));
            assert!(named, "the field {:?} has a label on {at}", field.attr("name"));
        }
        for form in page.select(&all("form[method=post]")) {
            assert_eq!(form.select(&all("input[name=_key]")).count(), 1, "a post form has a key on {at}");
        }
    }
}

/// The values a field holds as the page stands.
fn standing(field: ElementRef<'_>) -> Vec<String> {
    match (field.value().name(), field.attr("type")) {
        ("textarea", _) => {
            let text = field.text().collect::<String>();
            vec![text.strip_prefix('\n').map(str::to_owned).unwrap_or(text)]
        }
        ("select", _) => {
            let chosen = field.select(&all("option[selected]")).next();
            let first = chosen.or_else(|| field.select(&all("option")).next());
            first.and_then(|o| o.attr("value")).map(str::to_owned).into_iter().collect()
        }
        (_, Some("checkbox" | "radio")) if field.attr("checked").is_none() => Vec::new(),
        _ => vec![field.attr("value").unwrap_or("").to_owned()],
    }
}
