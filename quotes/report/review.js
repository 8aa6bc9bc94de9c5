// What a person says of claims: kept in this browser by claim id, and written as a file of corrections.

const CORRECTIONS = "quotes-corrections/1";
const NOTHING = Object.freeze({ verdict: null, speaker: null, spans: null, note: null });
const reviews = new Map();
const kept = { storage: openStorage(), unsaved: false };

/** The browser's storage, or null where there is none, as in some private windows. */
function openStorage() {
  try {
    const name = `${CORRECTIONS} test`;
    localStorage.setItem(name, "1");
    localStorage.removeItem(name);
    return localStorage;
  } catch {
    return null;
  }
}

function reviewOf(claim) {
  return reviews.get(claim.id) ?? NOTHING;
}

function isEmpty(review) {
  return Object.values(review).every((value) => value === null);
}

/** The filters of the review that the claim passes. */
function reviewStates(claim) {
  const review = reviewOf(claim);
  return [isEmpty(review) && "open", review.verdict, review.speaker && "speaker", review.note && "note"];
}

function setReview(claim, change) {
  const review = { ...reviewOf(claim), ...change };
  if (isEmpty(review)) reviews.delete(claim.id);
  else reviews.set(claim.id, review);
  keep(claim.id, review);
}

function keep(id, review) {
  kept.unsaved = true;
  try {
    if (isEmpty(review)) kept.storage?.removeItem(`${CORRECTIONS} ${id}`);
    else kept.storage?.setItem(`${CORRECTIONS} ${id}`, JSON.stringify(review));
  } catch {
    kept.storage = null;
  }
}

function recallReviews() {
  for (const { id } of kept.storage ? claims : []) {
    const stored = kept.storage.getItem(`${CORRECTIONS} ${id}`);
    if (stored) recall(id, stored);
  }
}

function recall(id, stored) {
  try {
    reviews.set(id, toReview(JSON.parse(stored)));
  } catch {
    kept.storage.removeItem(`${CORRECTIONS} ${id}`);
  }
}

/** What a correction says, with what may be left out of one. */
function toReview({ verdict = null, speaker = null, spans = null, note = null }) {
  const { name = null, type = "unknown", named = true } = speaker ?? {};
  return { verdict, speaker: speaker && { name, type, named }, spans, note };
}

function toCorrection([id, review]) {
  const { article, content } = claimsById.get(id);
  const places = content.map(([start, end]) => ({ start, end }));
  return { schema: CORRECTIONS, id, article: article.id, sha256: article.sha256, content: places, ...review };
}

function toFile() {
  return [...reviews].map((entry) => `${JSON.stringify(toCorrection(entry))}\n`).join("");
}

function download() {
  const url = URL.createObjectURL(new Blob([toFile()], { type: "application/jsonl" }));
  el("a", { href: url, download: "corrections.jsonl" }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  kept.unsaved = false;
}

/** Take over the corrections of a file that are of claims on this page; return what to say of it. */
function loadFile(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  try {
    const corrections = lines.map((line) => JSON.parse(line)).filter(({ schema }) => schema === CORRECTIONS);
    const ours = corrections.filter(({ id }) => claimsById.has(id));
    for (const correction of ours) setReview(claimsById.get(correction.id), toReview(correction));
    return `${ours.length} of ${counted(lines.length, "correction")} loaded.`;
  } catch {
    return "That is no file of corrections.";
  }
}

function progress() {
  const count = `${reviews.size.toLocaleString("en")} of ${counted(claims.length, "claim")} reviewed`;
  if (kept.storage) return reviews.size ? `${count}; kept in this browser` : count;
  return `${count}. This browser keeps nothing for this page: download the corrections before you close it.`;
}

// The form in an open claim.

const TYPES = ["person", "organization", "group", "document", "unknown"];

function toggleVerdict(claim, verdict) {
  setReview(claim, { verdict: reviewOf(claim).verdict === verdict ? null : verdict });
}

function verdictButton(claim, verdict, label) {
  const pressed = String(reviewOf(claim).verdict === verdict);
  return el("button", { type: "button", class: verdict, value: verdict, "aria-pressed": pressed }, label);
}

function speakerFields(claim) {
  const { name, type, named } = reviewOf(claim).speaker ?? { ...claim.speaker, name: claim.name };
  const nameField = el("input", { name: "name", list: "names", value: name ?? "", autocomplete: "off" });
  const options = TYPES.map((each) => el("option", { selected: each === type }, each));
  const typeField = el("select", { name: "type" }, ...options);
  const namedField = el("input", { name: "named", type: "checkbox", checked: named });
  nameField.addEventListener("input", () => {
    const known = speakers.find((speaker) => speaker.name === nameField.value.trim());
    typeField.value = known?.type ?? typeField.value;
    namedField.checked = known?.named ?? /^\s*\p{Lu}/u.test(nameField.value);
  });
  return [
    el("label", {}, "Speaker ", nameField),
    el("label", {}, "Type ", typeField),
    el("label", { class: "check" }, namedField, " this is a name"),
  ];
}

/** The speaker that the form holds, or null when it is the one that was found. */
function readSpeaker(claim, fields) {
  const name = fields.name.value.trim();
  if (!name) return claim.name === null ? null : { name: null, type: "unknown", named: false };
  const said = { name, type: fields.type.value, named: fields.named.checked };
  const { type, named } = claim.speaker;
  return said.name === claim.name && said.type === type && said.named === named ? null : said;
}

/** The form of an open claim; `changed()` is called after each change. */
function reviewForm(claim, changed) {
  const note = el("textarea", { name: "note", rows: "2" }, reviewOf(claim).note ?? "");
  const verdicts = [verdictButton(claim, "accept", "Accept"), verdictButton(claim, "reject", "Reject")];
  const fields = el("form", { class: "review", "aria-label": "Review" },
    el("div", { class: "verdicts" }, ...verdicts),
    el("div", { class: "speaker" }, ...speakerFields(claim)),
    el("label", {}, "Note ", note));
  for (const button of verdicts) {
    button.addEventListener("click", () => {
      toggleVerdict(claim, button.value);
      changed();
    });
  }
  fields.addEventListener("submit", (event) => event.preventDefault());
  fields.addEventListener("input", () => {
    setReview(claim, { speaker: readSpeaker(claim, fields.elements), note: note.value.trim() || null });
    changed();
  });
  return fields;
}
