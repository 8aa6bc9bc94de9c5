// A list of any length: a part of it is in the page, and grows where the reader gets to its edge.

const CHUNK = 50;

/** Return a list in `box` whose items `draw(item)` makes as <li>. */
function makeList(box, draw) {
  const before = el("button", { type: "button", class: "more" });
  const list = el("ol", { tabindex: "-1" });
  const after = el("button", { type: "button", class: "more" });
  const view = { items: [], from: 0, to: 0 };
  box.append(before, list, after);

  function item(index) {
    const element = draw(view.items[index]);
    element.setAttribute("aria-posinset", index + 1);
    element.setAttribute("aria-setsize", view.items.length);
    return element;
  }

  function drawn(from, to) {
    return Array.from({ length: to - from }, (_, offset) => item(from + offset));
  }

  function label() {
    before.hidden = view.from === 0;
    after.hidden = view.to === view.items.length;
    before.textContent = `Show earlier ones (${view.from.toLocaleString("en")})`;
    after.textContent = `Show more (${(view.items.length - view.to).toLocaleString("en")})`;
  }

  function grow(from, to) {
    const height = box.scrollHeight;
    list.prepend(...drawn(from, view.from));
    if (from < view.from) box.scrollTop += box.scrollHeight - height;
    list.append(...drawn(view.to, to));
    Object.assign(view, { from, to });
    label();
  }

  function growBefore() {
    grow(Math.max(0, view.from - CHUNK), view.to);
  }

  function growAfter() {
    grow(view.from, Math.min(view.items.length, view.to + CHUNK));
  }

  /** Show `items` from the first, or from a little before the one at index `at` where that is far down. */
  function show(items, at = 0) {
    const from = at < CHUNK ? 0 : at - 5;
    Object.assign(view, { items, from, to: from });
    list.replaceChildren();
    box.scrollTop = 0;
    growAfter();
  }

  /** The element of an item, wherever it stands. */
  function reach(wanted) {
    const index = view.items.indexOf(wanted);
    if (index < view.from || index >= view.to) show(view.items, index);
    return list.children[index - view.from];
  }

  const nearEdge = { root: box, rootMargin: "600px" };
  new IntersectionObserver(([edge]) => edge.isIntersecting && growAfter(), nearEdge).observe(after);
  before.addEventListener("click", growBefore);
  after.addEventListener("click", () => {
    const next = view.to;
    growAfter();
    list.children[next - view.from]?.querySelector("a, button").focus();
  });

  return {
    list,
    show,
    reach,
    has: (wanted) => view.items.includes(wanted),
    redraw(wanted) {
      const index = view.items.indexOf(wanted);
      if (index >= view.from && index < view.to) list.children[index - view.from].replaceWith(item(index));
    },
    showAll: () => grow(0, view.items.length),
  };
}
