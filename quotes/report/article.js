// The article: its text, cut where a part of a claim starts or ends. Offsets count code points, as in the record.

const pane = document.querySelector("#article .scroll");
const reading = { article: null };

function marksOf(claim) {
  const roles = [["content", claim.content], ["cue", claim.cue.places], ["source", claim.source.places]];
  return roles.flatMap(([role, places]) => places.map(([start, end]) => ({ role, start, end, claim })));
}

/** The text between two edges with the marks that hold on all of it, in text order. */
function stretchesOf(length, marks) {
  const edges = [...new Set([0, length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  const waiting = marks.toSorted((one, other) => one.start - other.start || other.end - one.end);
  let held = [];
  let next = 0;
  return edges.slice(0, -1).map((start, index) => {
    held = held.filter((mark) => mark.end > start);
    while (next < waiting.length && waiting[next].start <= start) held.push(waiting[next++]);
    return { start, end: edges[index + 1], marks: [...held] };
  });
}

/** The number of a claim where its content begins: a link to the claim. */
function numberLink({ claim }) {
  const label = `claim ${claim.number}, ${claim.name ?? "speaker not found"}`;
  return el("a", { class: "number", href: `#${claim.id}`, "aria-label": visible(label) }, String(claim.number));
}

function isFirst({ role, claim, start }, at) {
  return role === "content" && start === at && claim.content[0][0] === at;
}

/** What to show for a line end: paragraphs stand apart, also in a text without empty lines. */
function lineEndOf(text) {
  return /\n\s*\n/.test(visible(text).trim()) ? "\n" : "\n\n";
}

function drawStretch(points, { start, end, marks }, lineEnd) {
  const words = visible(points.slice(start, end).join("")).replaceAll("\n", lineEnd);
  const shown = start === 0 ? words.trimStart() : words;
  if (!marks.length) return [shown];
  const innermost = marks.at(-1);
  const mark = el("mark", { "data-claim": innermost.claim.id }, shown);
  mark.marks = marks;
  return [...marks.filter((each) => isFirst(each, start)).map(numberLink), mark];
}

function drawText(article) {
  const points = Array.from(article.text);
  const stretches = stretchesOf(points.length, article.claims.flatMap(marksOf));
  const lineEnd = lineEndOf(article.text);
  return el("div", { class: "text" }, ...stretches.flatMap((stretch) => drawStretch(points, stretch, lineEnd)));
}

/** What can be shown of an article whose text is not here: the words that each claim quotes. */
function drawSpans(article) {
  const items = article.claims.map((claim) =>
    el("li", { "data-claim": claim.id }, numberLink({ claim }), " ",
      foreign(claim.source.text ?? "", { class: "source" }), " ",
      foreign(claim.cue.text ?? "", { class: "cue" }), " ",
      foreign(claim.text, { class: "content" })));
  const notice = "The text of this article is not in this report: only the words of its claims are shown.";
  return [el("p", { class: "notice" }, notice), el("ol", { class: "text spans" }, ...items)];
}

function drawAbout(article) {
  const link = article.url && el("a", { href: article.url, rel: "noreferrer" }, "original");
  const known = [article.date && dateInWords(article.date), article.publisher, article.title && article.id];
  const about = known.filter(Boolean).flatMap((each) => [foreign(each), " · "]);
  return el("p", { class: "soft" }, ...about, counted(article.claims.length, "claim"), link ? " · " : null, link);
}

function showArticle(article) {
  if (reading.article === article) return;
  reading.article = article;
  const body = article.text === null ? drawSpans(article) : [drawText(article)];
  pane.replaceChildren(el("h3", {}, foreign(headingOf(article))), drawAbout(article), ...body);
  pane.scrollTop = 0;
}

/** Bring out the parts of one claim. */
function markClaim(claim) {
  showArticle(claim.article);
  for (const mark of pane.querySelectorAll("mark")) {
    const roles = mark.marks.filter((each) => each.claim === claim).map(({ role }) => role);
    mark.className = roles.at(-1) ?? "";
  }
  for (const each of pane.querySelectorAll("a.number, li")) {
    each.classList.toggle("on", (each.hash ?? `#${each.dataset.claim}`) === `#${claim.id}`);
  }
  pane.querySelector("mark.content, li.on")?.scrollIntoView({ block: "center" });
}
