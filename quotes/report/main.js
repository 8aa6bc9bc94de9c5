// What is chosen, and what follows from it in the three panes.

const chosen = { source: null, claim: null, outside: null, found: [] };
const NARROW = matchMedia("(max-width: 64rem)");

const sourceList = makeList(document.querySelector("#sources .scroll"), (line) => drawSource(line, chosen.source));
const claimList = makeList(document.querySelector("#claims .scroll"), (claim) => {
  const state = { open: claim === chosen.claim, outside: claim === chosen.outside };
  return drawClaim(claim, { ...state, changed: () => reviewed(claim) });
});

function countSources(found) {
  const counts = new Map();
  for (const { speaker } of found) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one);
}

function showSources(found) {
  const counts = countSources(found);
  const most = counts[0]?.[1] ?? 0;
  const lines = counts.map(([speaker, count]) => ({ speaker, count, most }));
  sourceList.show([{ speaker: null, count: found.length }, ...lines]);
}

/** The open claim stays in the list, at its head, when the filters leave it out. */
function withOpenClaim(shown) {
  chosen.outside = chosen.claim && !shown.includes(chosen.claim) ? chosen.claim : null;
  return chosen.outside ? [chosen.outside, ...shown] : shown;
}

function showClaims() {
  const shown = inOrder(chosen.found.filter(({ speaker }) => !chosen.source || speaker === chosen.source));
  const listed = withOpenClaim(shown);
  claimList.show(listed, Math.max(0, listed.indexOf(chosen.claim)));
  byId("summary").textContent = summarize(shown);
  byId("none").hidden = listed.length > 0;
  if (!reading.article && shown.length) showArticle(shown[0].article);
}

function summarize(shown) {
  const all = shown.length === claims.length ? "" : ` of ${claims.length.toLocaleString("en")}`;
  const names = new Set(shown.map(({ speaker }) => speaker).filter(({ name }) => name !== null));
  const by = chosen.source ? visible(chosen.source.name ?? "speakers not found") : counted(names.size, "source");
  return `${shown.length.toLocaleString("en")}${all} claims by ${by}`;
}

function update() {
  chosen.found = matching(readFilters());
  showSources(chosen.found);
  showClaims();
  byId("asked").textContent = describeFilters();
  byId("active").textContent = countActive() ? `(${countActive()})` : "";
}

function chooseSource(index) {
  const speaker = speakers[index] ?? null;
  chosen.source = speaker === chosen.source ? null : speaker;
  chosen.claim = null;
  for (const button of sourceList.list.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String((speakers[button.dataset.speaker] ?? null) === chosen.source));
  }
  showClaims();
  showPane("claims");
}

function openClaim(claim) {
  const before = chosen.claim;
  const focused = claimList.list.contains(document.activeElement);
  chosen.claim = claim;
  if (!claimList.has(claim)) update();
  else for (const each of [before, claim]) if (each) claimList.redraw(each);
  markClaim(claim);
  const card = claimList.reach(claim);
  card.scrollIntoView({ block: "nearest" });
  if (focused) card.querySelector(".words").focus({ preventScroll: true });
}

function openFromAddress() {
  const claim = claimsById.get(location.hash.slice(1));
  if (claim && claim !== chosen.claim) openClaim(claim);
}

/** Open at once what the address will name: the browser tells of a new address only later. */
function goTo(id) {
  location.hash = id;
  openFromAddress();
}

function reviewed(claim) {
  refreshCard(claimList.reach(claim), claim);
  showProgress();
}

function showProgress(message = progress()) {
  byId("progress").textContent = message;
  byId("save").disabled = reviews.size === 0;
}

function showPane(name) {
  document.body.dataset.pane = name;
  for (const button of byId("panes").children) {
    button.setAttribute("aria-current", String(button.dataset.pane === name));
  }
  document.querySelector(`#${name} :is(.open, mark.content, .on)`)?.scrollIntoView({ block: "nearest" });
}

// Keys. Letters act only in the list of claims, and not where one types.

function step(list, event, selector) {
  const at = [...list.children].findIndex((child) => child.contains(event.target));
  const next = list.children[at + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.querySelector(selector).focus();
}

function isTyping({ target, ctrlKey, metaKey, altKey }) {
  return ctrlKey || metaKey || altKey || target.matches("input, select, textarea");
}

function onClaimKey(event) {
  if (isTyping(event)) return;
  if (event.key.startsWith("Arrow")) step(claimList.list, event, ".words");
  const verdict = { a: "accept", r: "reject" }[event.key];
  const claim = claimsById.get(event.target.closest("[data-claim]")?.dataset.claim);
  if (!verdict || !claim) return;
  toggleVerdict(claim, verdict);
  reviewed(claim);
}

function onSourceKey(event) {
  if (event.key.startsWith("Arrow")) step(sourceList.list, event, "button");
}

function onClaimClick(event) {
  if (event.target.closest(".to-article")) {
    showPane("article");
    pane.focus();
  }
  const card = event.target.closest("li.claim:not(.open)");
  if (card && !event.target.closest("a")) goTo(card.dataset.claim);
}

function onArticleClick(event) {
  const claim = event.target.closest("[data-claim]")?.dataset.claim;
  if (claim && !getSelection().toString()) goTo(claim);
}

function listenToForm() {
  form.addEventListener("input", update);
  form.addEventListener("reset", () => setTimeout(() => {
    chosen.source = null;
    update();
  }));
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("more").open = !NARROW.matches;
  NARROW.addEventListener("change", () => (byId("more").open = !NARROW.matches));
}

function listenToLists() {
  sourceList.list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) chooseSource(button.dataset.speaker);
  });
  sourceList.list.addEventListener("keydown", onSourceKey);
  claimList.list.addEventListener("keydown", onClaimKey);
  claimList.list.addEventListener("click", onClaimClick);
  pane.addEventListener("click", onArticleClick);
  byId("panes").addEventListener("click", ({ target }) => target.dataset.pane && showPane(target.dataset.pane));
}

function listenToFiles() {
  byId("save").addEventListener("click", download);
  byId("load").addEventListener("click", () => byId("file").click());
  byId("file").addEventListener("change", async ({ target }) => {
    const said = loadFile(await target.files[0].text());
    target.value = "";
    update();
    showProgress(`${said} ${progress()}`);
  });
}

function listenToWindow() {
  addEventListener("hashchange", openFromAddress);
  addEventListener("beforeprint", claimList.showAll);
  addEventListener("beforeunload", (event) => {
    if (kept.unsaved && !kept.storage && reviews.size) event.preventDefault();
  });
}

function start() {
  recallReviews();
  listenToForm();
  listenToLists();
  listenToFiles();
  listenToWindow();
  const names = [...new Set(speakers.map(({ name }) => name).filter(Boolean))];
  byId("names").append(...names.map((value) => el("option", { value })));
  showPane("claims");
  showProgress();
  update();
  openFromAddress();
}

start();
