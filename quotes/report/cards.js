// A source and a claim as they stand in their lists.

function bar(share) {
  const filled = el("span", { class: "bar", "aria-hidden": "true" });
  filled.style.setProperty("--share", share);
  return filled;
}

function aboutSpeaker({ title, affiliation, names, type, name }) {
  const also = names.length ? `also ${names.join(", ")}` : null;
  const known = [title, affiliation, also].filter(Boolean).join(" · ");
  return known || (name === null ? "" : type);
}

/** A line of the list of sources; `null` stands for all of them. */
function drawSource({ speaker, count, most }, chosen) {
  const label = speaker ? speakerName(speaker.name) : "All sources";
  const button = el("button", { type: "button", "aria-pressed": String(speaker === chosen) },
    el("span", { class: `name ${speaker && !speaker.named ? "unnamed" : ""}` }, label),
    el("span", { class: "count" }, count.toLocaleString("en"), el("span", { class: "hidden" }, " claims")),
    speaker && foreign(aboutSpeaker(speaker), { class: "soft" }),
    speaker && bar(count / most));
  button.dataset.speaker = speaker?.index ?? "";
  return el("li", {}, button);
}

function describeCue({ cue, kind, negated, stance, act }) {
  const words = /\p{L}/u.test(cue.text) ? `${cue.text} · ` : "";
  const how = [kind, act !== "statement" && act, stance !== "neutral" && stance, negated && "negated"];
  return el("span", { class: "how soft" }, foreign(words), how.filter(Boolean).join(" · "));
}

function correctedName(claim) {
  const { speaker } = reviewOf(claim);
  const found = el("span", { class: `name ${claim.speaker.named ? "" : "unnamed"}` }, speakerName(claim.name));
  if (!speaker) return [found];
  return [el("del", {}, found), " ", el("ins", { class: "name" }, speakerName(speaker.name)), " "];
}

function verdictTag(claim) {
  const { verdict } = reviewOf(claim);
  return verdict && el("span", { class: `verdict ${verdict}` }, `${verdict}ed`);
}

const DETAILS = [
  ["Stands alone", ({ claim }) => claim],
  ["To", ({ addressee }) => addressee],
  ["Where", ({ venue }) => venue],
  ["When", ({ time }) => time],
  ["Called", ({ source, name }) => source.text !== name && source.text],
  ["Or perhaps", ({ candidates }) => candidates.join(", ")],
  ["Modality", ({ modality }) => modality],
  ["Check-worthy", ({ checkworthy }) => checkworthy?.toFixed(2)],
  ["Rule", ({ rule, confidence }) => `${rule}, ${confidence.toFixed(2)} sure`],
  ["Odd", ({ warnings }) => warnings.join(", ").replaceAll("_", " ")],
];

function drawDetails(claim) {
  const known = DETAILS.map(([label, value]) => [label, value(claim)]).filter(([, value]) => value);
  const rows = known.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, foreign(value))));
  return el("dl", {}, ...rows);
}

function parentLink({ parent }) {
  if (!claimsById.has(parent)) return null;
  return el("p", { class: "soft" }, "Inside ", el("a", { href: `#${parent}` }, foreign(claimsById.get(parent).text)));
}

function drawNote(claim) {
  const { note } = reviewOf(claim);
  return note && el("p", { class: "note" }, foreign(note));
}

function drawWho(claim) {
  return el("p", { class: "who" }, ...correctedName(claim), " ", describeCue(claim), " ", verdictTag(claim));
}

/** Bring a card up to date with the review of its claim, and leave the focus where it is. */
function refreshCard(card, claim) {
  card.querySelector(".who").replaceWith(drawWho(claim));
  for (const button of card.querySelectorAll(".verdicts button")) {
    button.setAttribute("aria-pressed", String(reviewOf(claim).verdict === button.value));
  }
}

/** A claim; the open one with its details and the form of its review. */
function drawClaim(claim, { open, outside, changed }) {
  const attributes = { class: "words", href: `#${claim.id}`, "aria-current": open && "true" };
  const card = el("li", { class: open ? "claim open" : "claim", "data-claim": claim.id },
    outside && el("p", { class: "notice" }, "This claim is not among those that the filters leave."),
    drawWho(claim),
    el("p", {}, el("a", attributes, withHits(claim.text))),
    el("p", { class: "soft" }, foreign(placeOf(claim.article)), ` · claim ${claim.number}`),
    open ? null : drawNote(claim));
  if (open) {
    const toArticle = el("button", { type: "button", class: "to-article" }, "Read it in the article");
    card.append(...[parentLink(claim), drawDetails(claim), reviewForm(claim, changed), toArticle].filter(Boolean));
  }
  return card;
}
