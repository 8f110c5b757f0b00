// The rows of a narrowed list as files, byte for byte as generator/site/downloads.py makes them. A test holds the two together.
const ABOUT = ["filter", "as_of", "row_count", "licence"];

const plain = (value) => (Array.isArray(value) ? value.join("; ") : String(value));
const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The document of the whole list, narrowed to the rows with these ids. query: without its question mark. */
export function narrowed(whole, { chosen, text, query, ids }) {
  const rows = whole.rows.filter((row) => ids.has(row.id));
  return { ...whole, filter: chosen, filter_text: text, row_count: rows.length, page: `${whole.page}?${query}`, rows };
}

export function toJson(download) {
  return `${JSON.stringify(download, null, 2)}\n`;
}

/** columns: the keys of a row of the whole list, which also a list without rows has. */
export function toCsv(download, columns) {
  const about = [download.filter_text, download.as_of, String(download.row_count), download.licence];
  const lines = [[...columns, ...ABOUT], ...download.rows.map((row) => [...columns.map((column) => plain(row[column])), ...about])];
  return lines.map((line) => `${line.map(cell).join(",")}\n`).join("");
}
