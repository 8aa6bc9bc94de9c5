// How elements are made: texts become text nodes, never markup.

function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

const LINE_END = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The text with line feeds as its only line ends; what is unseen or turns the writing stands as its number. */
function visible(text) {
  return text.replace(LINE_END, "\n").replace(UNSEEN, (character) => {
    const number = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return `[U+${number}]`;
  });
}

/** Foreign text inside our own: it cannot change the direction of what stands around it. */
function foreign(text, attributes = {}) {
  return el("bdi", attributes, visible(text));
}

function byId(id) {
  return document.getElementById(id);
}

function counted(number, noun) {
  return `${number.toLocaleString("en")} ${noun}${number === 1 ? "" : "s"}`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A day, a month or a year: 20 Jan 2025. */
function dateInWords(date) {
  const [year, month, day] = date.slice(0, 10).split("-");
  return [day && Number(day), month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}
