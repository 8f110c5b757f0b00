// The index of the search: how words match, which parts are fetched for a query, and the order of the hits.
// It is specified and tested in generator/site/search/: words.py, matching.py, index.py and reference.py say why.
const ENDINGS = "arnas ernas ornas arna erna orna enas ena nas ars ers ors ens ets ar er or en et na as es ns ts a e n t s".split(" ");
const DERIVED = ["ning", "ande", "ing", "are"];
const LETTERS = { æ: "a", ø: "o", ß: "ss", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };
const STOP_WORDS = "o och i på en ett av att de den det du är för jag med min om som till a the and of".split(" ");
const [OF_A_KIND, SUGGESTED, IN_PART] = [4, 10, 6];
const [MOST_FREE_WORDS, MOST_WORDS] = [3, 6];

const plain = (text) =>
  text.normalize("NFC").toLowerCase()
    .replace(/(?<![0-9])(?:16)?([0-9]{6})(?:[-\u2013]|[ \u00a0](?=[0-9]{4}(?![0-9])))([0-9]{1,4})(?![0-9])/g, "$1$2")
    .replace(/(?<![a-z0-9])(?:16([0-9]{10})|se([0-9]{10})01)(?![a-z0-9])/g, "$1$2");
const cut = (text) => [...new Set(text.match(/[\p{L}\p{N}]+/gu))];
export const words = (text) => cut(plain(text));
const isNumber = (word) => /^[0-9]+$/.test(word);
const joined = (text) =>
  plain(text).replace(/[\p{L}\p{N}]+(?:[-\u2010\u2011][\p{L}\p{N}]+)+/gu, (written) => {
    const word = written.replace(/[-\u2010\u2011]/g, "");
    return isNumber(word) ? written : word;
  });
function telling(found) {
  const kept = found.filter((word) => !STOP_WORDS.includes(word));
  return kept.length ? kept : found;
}
// The words of a query that are looked at, in each way to read its hyphens; none of one that is too short.
function queryWays(query) {
  const typed = words(query);
  if (typed.join("").length < 2) return [];
  const [apart, together] = [telling(typed), telling(cut(joined(query)))];
  return apart.length > MOST_WORDS || String(apart) === String(together) ? [apart.slice(0, MOST_WORDS)] : [apart, together];
}
export const queryWords = (query) => [...new Set(queryWays(query).flat())];
export const fold = (word) =>
  word.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").replace(/[æøßđðłþı]/g, (letter) => LETTERS[letter]);

function forms(word) {
  const ending = ENDINGS.find((e) => word.endsWith(e) && word.length - e.length >= 3);
  if (!ending) return [];
  const stem = word.slice(0, -ending.length);
  return stem.at(-1) === stem.at(-2) && stem.length > 3 ? [stem, stem.slice(0, -1)] : [stem];
}

function oneTypoApart(one, other) {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start++;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0]);
}

// The way in which a typed word finds others, from 0; Infinity when it does not.
function wayOf(typed) {
  const size = typed.length;
  const inflected = forms(typed);
  const made = [typed, ...inflected].flatMap((base) => DERIVED.filter((e) => base.endsWith(e)).map((e) => base.slice(0, -e.length)));
  const stems = [...inflected, ...made].filter((stem) => stem.length >= 4);
  return (word) => {
    if (typed === word) return 0;
    if (isNumber(typed) || isNumber(word)) return isNumber(typed) && size >= 6 && word.startsWith(typed) ? 2 : Infinity;
    if (inflected.includes(word)) return 1;
    if (size >= 2 && word.startsWith(typed)) return 2;
    if (size >= 4 && word.includes(typed)) return 3;
    if (stems.some((stem) => word.startsWith(stem))) return 4;
    if (stems.some((stem) => word.includes(stem))) return 5;
    if (size >= 3 && word.length >= 4 && oneTypoApart(typed, word)) return 6;
    const begun = size >= 5 && word.slice(0, 2) === typed.slice(0, 2);
    return begun && [-1, 0, 1].some((more) => oneTypoApart(typed, word.slice(0, size + more))) ? 7 : Infinity;
  };
}

export function gradeOf(typed) {
  const [plain, dotless] = [wayOf(typed), wayOf(fold(typed))];
  return (word) => {
    const folded = dotless(fold(word));
    return folded === Infinity ? Infinity : Math.min(2 * folded + 1, 2 * plain(word));
  };
}

function lookupKeys(typed, beginnings) {
  const word = fold(typed);
  const size = word.length;
  if (isNumber(word)) return ["^" + word.slice(0, 6)];
  const keys = ["^" + word.slice(0, 2)];
  if (beginnings) return keys;
  if (size === 4) keys.push("^" + word[0] + word[2]);
  if (size >= 4) keys.push("~" + word.slice(0, 4));
  for (let length = Math.max(size - 1, 4); size >= 3 && length <= size + 1; length++) {
    keys.push("$" + word.slice(-2) + String.fromCharCode(96 + Math.min(length, 26)));
  }
  return [...new Set(keys)];
}

const inOrder = (a, b) => a.missing - b.missing || a.worst - b.worst || a.total - b.total || a.entry - b.entry;

export class Index {
  #read;
  #parts = new Map();
  #about;

  // read: gives what a file of the index holds, by its name.
  constructor(read) {
    this.#read = read;
  }

  async #part(name) {
    if (!this.#parts.has(name)) this.#parts.set(name, this.#read(name));
    return this.#parts.get(name);
  }

  // What index.json says.
  async about() {
    this.#about ??= await this.#part("index.json");
    return this.#about;
  }

  // Every hit, the best first: the number of the entry, its kind, its place in the order, and how many words it is missing, as all of them are.
  async find(query) {
    const ways = queryWays(query);
    if (!ways.length) return [];
    const { kinds } = await this.about();
    const long = queryWords(query).length > MOST_FREE_WORDS;
    const found = await Promise.all(ways.map((way) => Promise.all(way.map((word) => this.#matches(word, way.length, long)))));
    const best = this.#ranked(ways, found, true) ?? this.#ranked(ways, found, false) ?? [];
    for (const hit of best) {
      [hit.kind, hit.before] = [0, hit.entry];
      while (hit.before >= kinds[hit.kind][1]) hit.before -= kinds[hit.kind++][1];
    }
    return best;
  }

  #ranked(ways, found, everyWord) {
    const best = new Map();
    ways.forEach((way, i) => {
      for (const entry of new Set(found[i].flatMap((held) => [...held.keys()]))) {
        const places = found[i]
          .map((held) => held.get(entry) ?? Infinity)
          .filter((place, j) => place < (everyWord || way[j].length >= 4 ? Infinity : 6))
          .map((place) => (everyWord || place % 6 >= 3 ? place : place + 3));
        const hit = { entry, missing: way.length - places.length, worst: Math.max(...places), total: places.reduce((sum, one) => sum + one, 0) };
        if (!places.length || (everyWord && hit.missing)) continue;
        if (!best.has(entry) || inOrder(hit, best.get(entry)) < 0) best.set(entry, hit);
      }
    });
    const hits = [...best.values()].sort(inOrder);
    return hits.length ? hits.filter((hit) => hit.missing === hits[0].missing) : undefined;
  }

  async #matches(typed, count, long) {
    const { folder, keys } = await this.about();
    const [grade, best] = [gradeOf(typed), new Map()];
    const held = await Promise.all(
      lookupKeys(typed, long).map(async (key) => {
        const after = keys.findIndex((first) => first > key);
        const file = (after < 0 ? keys.length : after) - 1;
        return file < 0 ? {} : ((await this.#part(`${folder}/o${file}.json`))[key] ?? {});
      }),
    );
    for (const [word, postings] of held.flatMap(Object.entries)) {
      const graded = grade(word);
      const alike = fold(word).slice(0, 2) === fold(typed).slice(0, 2);
      let entry = 0;
      for (const [, step, letter] of graded === Infinity ? [] : postings.matchAll(/([0-9]+)([a-q])/g)) {
        entry += Number(step);
        const code = letter.charCodeAt(0) - 97;
        if (code === 16 && !alike) continue;
        const whole = [0, 1, 6].includes(graded >> 1) && code < 16 && count < 8 && (code % 8) + 1 === count;
        best.set(entry, Math.min(best.get(entry) ?? Infinity, 6 * graded + (whole ? 0 : 3) + Math.floor(code / 8)));
      }
    }
    return best;
  }

  // An entry: title, address, context and other names as [label, name].
  async row(entry) {
    const { folder, size } = await this.about();
    const [title, url, context = "", names = []] = (await this.#part(`${folder}/p${Math.floor(entry / size)}.json`))[entry % size];
    return { title, url, context, names };
  }
}

export function suggested(hits) {
  const kinds = new Map();
  const count = (kind) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1).get(kind);
  return hits.filter((hit) => count(hit.kind) <= OF_A_KIND).slice(0, hits[0]?.missing ? IN_PART : SUGGESTED);
}
