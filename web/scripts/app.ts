// The client in one file: htmx, made safe for our content policy, and one behaviour per import.
// Every behaviour adds to a page that already works without it.

import "./configure";
import "htmx.org";
import "./trust";

import { runClocks } from "./clock";
import { focusErrors } from "./errors";
import { guardForms } from "./guard";
import { keepTyped } from "./keep";
import { followChanges } from "./live";
import { easeMenus } from "./menu";
import { answerPresses } from "./press";

document.documentElement.classList.add("scripted");
keepTyped();
guardForms();
focusErrors();
easeMenus();
answerPresses();
followChanges();
runClocks();
