// Which claims are wanted, and in which order.

const form = byId("filters");
const NOT_A_FILTER = new Set(["search", "order"]);

/** Lower case without accents, so that a search for Muller finds Müller. */
function fold(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}

function searchable(claim) {
  const { speaker, article } = claim;
  const texts = [claim.text, claim.claim, claim.name, speaker.name, ...speaker.names, claim.source.text];
  claim.folded ??= fold([...texts, claim.cue.text, headingOf(article)].filter(Boolean).join("\n"));
  return claim.folded;
}

/** The words of the search, folded. */
function searchWords() {
  return fold(form.elements.search.value).split(/\s+/).filter(Boolean);
}

/** Foreign text with the words of the search brought out. */
function withHits(text) {
  if (!searchWords().length) return foreign(text);
  const points = Array.from(text);
  const hit = hitPoints(points.map(fold));
  const cuts = [...points.keys()].filter((index) => index === 0 || hit[index] !== hit[index - 1]);
  const pieces = cuts.map((start, index) => [hit[start], visible(points.slice(start, cuts[index + 1]).join(""))]);
  return el("bdi", {}, ...pieces.map(([isHit, words]) => (isHit ? el("mark", { class: "hit" }, words) : words)));
}

/** For each character, given folded, whether it is part of a word of the search. */
function hitPoints(folded) {
  const places = folded.flatMap((letters, index) => Array(letters.length).fill(index));
  const whole = folded.join("");
  const hit = folded.map(() => false);
  for (const word of searchWords()) {
    for (let at = whole.indexOf(word); at >= 0; at = whole.indexOf(word, at + word.length)) {
      hit.fill(true, places[at], places[at + word.length - 1] + 1);
    }
  }
  return hit;
}

const TESTS = {
  search: (claim, words) => words.every((word) => searchable(claim).includes(word)),
  kind: (claim, kind) => claim.kind === kind,
  act: (claim, act) => claim.act === act,
  stance: (claim, stance) => claim.stance === stance,
  publisher: (claim, publisher) => claim.article.publisher === publisher,
  naming: (claim, naming) => namingOf(claim.speaker) === naming,
  since: (claim, day) => compareDate(claim, day) >= 0,
  until: (claim, day) => compareDate(claim, day) <= 0,
  worth: (claim, least) => claim.checkworthy !== null && claim.checkworthy >= Number(least),
  review: (claim, state) => reviewStates(claim).includes(state),
};

/** Whether the article is from before a day (-1), from it (0) or after it (1); a month is compared with a month. */
function compareDate({ article }, day) {
  const known = article.date?.slice(0, day.length);
  return known ? known.localeCompare(day.slice(0, known.length)) : NaN;
}

function namingOf(speaker) {
  if (speaker.name === null) return "none";
  return speaker.named ? "named" : "unnamed";
}

/** What the form asks for: [[test, value], …]. */
function readFilters() {
  const asked = [...new FormData(form)].filter(([name, value]) => name in TESTS && value.trim());
  return asked.map(([name, value]) => [TESTS[name], name === "search" ? searchWords() : value]);
}

function matching(filters) {
  return claims.filter((claim) => filters.every(([test, value]) => test(claim, value)));
}

const ORDERS = {
  newest: (one, other) => (other.article.date ?? "").localeCompare(one.article.date ?? ""),
  worth: (one, other) => (other.checkworthy ?? -1) - (one.checkworthy ?? -1),
  doubtful: (one, other) => one.confidence - other.confidence,
};

function inOrder(found) {
  const order = ORDERS[form.elements.order.value];
  return order ? found.toSorted(order) : found;
}

function countActive() {
  return [...new FormData(form)].filter(([name, value]) => !NOT_A_FILTER.has(name) && value).length;
}

/** What the form asks for in words, for a page on paper. */
function describeFilters() {
  const asked = [...new FormData(form)].filter(([, value]) => value.trim());
  return asked.map(([name, value]) => `${form.elements[name].labels[0].textContent}: ${value}`).join(" · ");
}
