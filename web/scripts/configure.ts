// htmx reads its settings from the page while it loads, so they are put there first.
// No style of its own (the content policy allows only ours), no history: links are links here.

const meta = document.createElement("meta");
meta.name = "htmx-config";
meta.content = JSON.stringify({ includeIndicatorCSS: false, history: false, extensions: "own-html" });
document.head.append(meta);
