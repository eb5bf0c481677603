// What the server said of moves that no page shows yet, in the page's tables. Their cells belong to the
// framework, which writes them once the page follows: so what is ahead covers a cell's text until then
// (tables.css), and takes nothing away.

// By the tables' names; nothing once the page shows it.
export function cover(tables = {}) {
  for (const cell of document.querySelectorAll("[data-ahead]")) delete cell.dataset.ahead;
  for (const [name, rows] of Object.entries(tables)) {
    const table = document.querySelector(`table[aria-label="${CSS.escape(name)}"]`);
    if (table) coverCells([...table.tBodies[0].rows], rows);
  }
}

// Rows that come or go wait for the page.
function coverCells(drawn, rows) {
  if (drawn.length !== rows.length) return;
  drawn.forEach(({ cells }, row) => {
    [...cells].slice(1).forEach((cell, column) => {
      const text = rows[row][column + 1];
      if (cell.textContent !== text) cell.dataset.ahead = text;
    });
  });
}
