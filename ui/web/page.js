// What the page does in the browser: opens the source of a citation, shows a whole page, uploads files.
// All text that comes from the server is HTML the server has escaped; nothing is built from text here
// except with textContent.
"use strict";

const language = location.pathname.split("/")[1];
document.cookie = `dalel_language=${language}; SameSite=Strict; Path=/; Max-Age=31536000`;

// ---- citations and sources ------------------------------------------------------------------

const opened = new Set(); // ids of what a person has opened; the answer is redrawn as it grows
let asked = null; // the citation button to return to

document.addEventListener("click", (event) => {
  const hit = (selector) => event.target.closest(selector);
  const summary = hit("#sources summary");
  if (hit("button.cite")) showQuote(hit("button.cite"));
  else if (hit("button.whole")) toggleWholePage(hit("button.whole"));
  else if (hit("button.export")) fetchFile(hit("button.export"));
  else if (hit("button.back")) returnToAnswer();
  else if (summary) remember(summary.parentElement, !summary.parentElement.open);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.closest("#sources")) returnToAnswer();
});

function showQuote(button) {
  const n = button.dataset.n;
  const card = document.querySelector(`details.source[data-cites~="${n}"]`);
  if (!card) return;
  asked = button;
  remember(card, true);
  card.open = true;
  for (const mark of document.querySelectorAll("mark.active")) mark.classList.remove("active");
  const marks = card.querySelectorAll(`mark[data-n~="${n}"]`);
  for (const mark of marks) mark.classList.add("active");
  const target = marks[0] ?? card;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  scrollTo(target);
}

function returnToAnswer() {
  const button = asked?.isConnected ? asked : document.querySelector("button.cite");
  button?.focus({ preventScroll: true });
  if (button) scrollTo(button);
}

function scrollTo(element) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}

function remember(card, open) {
  if (open) opened.add(card.id);
  else opened.delete(card.id);
}

function restore() {
  for (const card of document.querySelectorAll("#sources details[id]")) {
    if (card.open !== opened.has(card.id)) card.open = opened.has(card.id);
  }
}

const passages = new WeakMap(); // text element of a card -> its passage, while the whole page is shown

async function toggleWholePage(button) {
  const text = button.closest("details.source").querySelector(".text");
  const words = [button.textContent, button.dataset.other];
  if (passages.has(text)) {
    text.innerHTML = passages.get(text);
    passages.delete(text);
  } else {
    const { document: id, page, span, quotes } = button.dataset;
    const query = new URLSearchParams({ document: id, page, span, quotes, language });
    const reply = await fetch(`/dalel/page?${query}`).catch(() => null);
    if (!reply) return;
    passages.set(text, text.innerHTML);
    text.innerHTML = await reply.text(); // escaped by the server
    text.querySelector(".here")?.scrollIntoView({ block: "nearest" });
  }
  [button.dataset.other, button.textContent] = words;
}

// ---- the answer as a file -------------------------------------------------------------------

async function fetchFile(button) {
  const { record, format, pass } = button.dataset;
  const told = button.parentElement.querySelector(".told");
  told.textContent = "";
  button.disabled = true;
  const query = new URLSearchParams({ record, format, pass });
  const reply = await fetch(`/dalel/export?${query}`).catch(() => null);
  button.disabled = false;
  if (!reply?.ok) {
    told.textContent = button.parentElement.dataset.failed;
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await reply.blob());
  link.download = reply.headers.get("Content-Disposition").match(/filename="([^"]+)"/)[1];
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// ---- upload: one request per file, one line per file ----------------------------------------

document.addEventListener("change", (event) => {
  if (event.target.id !== "upload-files") return;
  const form = event.target.form;
  form.querySelector("ul").replaceChildren(...[...event.target.files].map((file) => line(form, file)));
  status(form, "");
});

document.addEventListener("submit", (event) => {
  if (event.target.id !== "upload") return;
  event.preventDefault();
  uploadAll(event.target);
});

for (const type of ["dragenter", "dragover", "dragleave", "drop"]) {
  document.addEventListener(type, (event) => {
    const zone = event.target.closest?.("label.drop");
    zone?.classList.toggle("over", type === "dragenter" || type === "dragover");
  });
}

async function uploadAll(form) {
  const [input, name, kind] = ["upload-files", "upload-name", "upload-kind"].map((id) => form.elements[id]);
  const files = [...input.files];
  const button = form.querySelector("button");
  if (!files.length) return complain(form, form.dataset.noFiles, input);
  if (!name.value.trim()) return complain(form, form.dataset.noName, name);
  const lines = files.map((file) => line(form, file));
  form.querySelector("ul").replaceChildren(...lines);
  button.disabled = input.disabled = true;
  const tally = { indexed: 0, unchanged: 0, failed: 0 };
  for (const [i, file] of files.entries()) {
    status(form, fill(form.dataset.progress, i + 1, files.length));
    tally[await upload(form, file, lines[i], name.value, kind.value)] += 1;
  }
  button.disabled = input.disabled = false;
  input.value = "";
  status(form, fill(form.dataset.done, tally.indexed, tally.unchanged, tally.failed));
  window.dalelUploaded = name.value;
  document.querySelector("button#refresh, #refresh button")?.click();
}

function upload(form, file, item, collection, kind) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const told = item.querySelector(".state");
    request.open("POST", "/dalel/upload");
    const headers = { Name: file.name, Collection: collection, Kind: kind, Language: language };
    for (const [key, value] of Object.entries(headers)) {
      request.setRequestHeader(`X-${key}`, encodeURIComponent(value));
    }
    request.upload.onprogress = ({ loaded, total }) => {
      told.textContent = loaded < total ? `${Math.floor((100 * loaded) / total)} %` : form.dataset.reading;
    };
    request.onloadend = () => {
      const state = request.getResponseHeader("X-Outcome");
      if (state) item.innerHTML = request.responseText; // escaped by the server
      else told.textContent = form.dataset.broken;
      item.className = state ?? "failed";
      resolve(state ?? "failed");
    };
    request.send(file);
  });
}

function line(form, file) {
  const item = document.createElement("li");
  const [name, state] = [document.createElement("span"), document.createElement("span")];
  [name.className, name.textContent] = ["file", file.name];
  [state.className, state.textContent] = ["state", form.dataset.waiting];
  item.append(name, " ", state);
  return item;
}

function complain(form, sentence, field) {
  status(form, sentence);
  field.focus();
}

function status(form, sentence) {
  form.querySelector("[role=status]").textContent = sentence;
}

function fill(sentence, ...values) {
  return values.reduce((text, value, i) => text.replace(`%${i + 1}`, value), sentence);
}

// ---- what Gradio draws, made accessible -----------------------------------------------------

// Gradio tells of a lost connection or a full queue in a toast, in English. We say it above the answer.
function tellFailure() {
  const toast = document.querySelector(".toast-body.error:not([data-told])");
  const [body, form] = [document.querySelector("#answer .body"), document.getElementById("upload")];
  if (!toast || !body || !form) return;
  toast.dataset.told = "";
  const told = document.createElement("p");
  told.className = "problem";
  told.setAttribute("role", "alert");
  told.textContent = form.dataset.broken;
  document.querySelector("#answer .status").textContent = "";
  body.setAttribute("aria-busy", "false");
  body.prepend(told);
}

new MutationObserver(() => {
  restore();
  tellFailure();
  const root = document.documentElement; // Gradio sets the language of the browser, not of the page
  if (root.lang !== language) root.lang = language;
  const answer = document.getElementById("answer");
  if (answer && !answer.hasAttribute("aria-live")) {
    answer.setAttribute("aria-live", "polite");
    answer.setAttribute("role", "region");
  }
}).observe(document.documentElement, { subtree: true, childList: true, attributeFilter: ["open", "lang"] });
