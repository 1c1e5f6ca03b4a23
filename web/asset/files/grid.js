// Makes a grid one stop of the keyboard, within which arrow keys go from mark to mark,
// and says beside a mark who it is, as what and in which episode. Without it each mark
// is a button of its own.
(() => {
  'use strict';

  // says is the one note beside marks. Its words are those of the mark's own label and
  // the table's headers, which a screen reader has, so that it reads none of them twice.
  const says = document.createElement('p');
  says.className = 'says';
  says.setAttribute('aria-hidden', 'true');
  says.hidden = true;

  function wordsOf(table, stop) {
    const cell = stop.closest('th, td');
    const row = cell.parentElement;
    const head = table.tHead.rows[0].cells[cell.cellIndex];
    const episode = cell.dataset.episode || head.querySelector('a')?.dataset.episode || '';
    const number = head.textContent.replace('Episode ', '').trim();
    const where = `episode ${number}${episode && `: ${episode}`}`;
    if (row.parentElement === table.tHead) return [`Episode ${number}`, episode];
    return [stop.getAttribute('aria-label'), `${row.cells[0].querySelector('a')?.textContent ?? row.cells[0].textContent}, ${where}`];
  }

  function say(table, stop) {
    if (stop.closest('tbody') && !stop.classList.contains('point')) return hush();
    const lines = wordsOf(table, stop).filter(Boolean).map((words, i) => {
      const line = document.createElement(i ? 'span' : 'b');
      line.textContent = words;
      return line;
    });
    says.replaceChildren(...lines);
    says.hidden = false;
    const at = stop.getBoundingClientRect();
    const box = says.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left + at.width / 2 - box.width / 2), document.documentElement.clientWidth - box.width - 8);
    const above = at.top - box.height - 6;
    says.style.left = `${left}px`;
    says.style.top = `${above > 4 ? above : at.bottom + 6}px`;
  }

  function hush() { says.hidden = true; }

  function attach(table) {
    const rows = [...table.rows].map((row) => [...row.cells].map((cell) => [...cell.querySelectorAll('a, button')]));
    const all = rows.flat(2);
    if (!all.length) return;
    table.classList.add('told');
    for (const link of table.tHead.querySelectorAll('a[title]')) {
      link.dataset.episode = link.title;
      link.removeAttribute('title');
    }
    let current = table.querySelector('.point') || all[0];
    for (const stop of all) stop.tabIndex = stop === current ? 0 : -1;

    function placeOf(stop) {
      const cell = stop.closest('th, td');
      const row = cell.parentElement.rowIndex;
      return {row, column: cell.cellIndex, at: rows[row][cell.cellIndex].indexOf(stop)};
    }

    function beside({row, column, at}, step) {
      for (let c = column + step; c >= 0 && c < rows[row].length; c += step) {
        const stops = rows[row][c];
        if (stops.length) return stops[Math.min(at, stops.length - 1)];
      }
    }

    // under is the next mark of the episode, or of the nearest one in the next row that
    // has any.
    function under({row, column, at}, step) {
      const within = rows[row][column][at + step];
      if (within) return within;
      for (let r = row + step; r >= 0 && r < rows.length; r += step) {
        const columns = rows[r].map((stops, c) => c).filter((c) => rows[r][c].length);
        columns.sort((a, b) => Math.abs(a - column) - Math.abs(b - column));
        if (columns.length) return rows[r][columns[0]].at(step > 0 ? 0 : -1);
      }
    }

    function next(event) {
      const place = placeOf(event.target);
      const row = event.ctrlKey ? all : rows[place.row].flat();
      switch (event.key) {
        case 'ArrowRight': return beside(place, 1);
        case 'ArrowLeft': return beside(place, -1);
        case 'ArrowDown': return under(place, 1);
        case 'ArrowUp': return under(place, -1);
        case 'Home': return row[0];
        case 'End': return row.at(-1);
      }
    }

    const isMove = (event) => /^(Arrow|Home$|End$)/.test(event.key) && !event.altKey && !event.metaKey && !event.shiftKey &&
      (!event.ctrlKey || !event.key.startsWith('Arrow'));

    table.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') hush();
      if (!isMove(event)) return;
      event.preventDefault();
      next(event)?.focus();
    });
    table.addEventListener('focusin', (event) => {
      current.tabIndex = -1;
      current = event.target;
      current.tabIndex = 0;
      if (current.matches(':focus-visible')) say(table, current);
    });
    table.addEventListener('focusout', hush);
    table.addEventListener('pointerover', (event) => {
      const stop = event.target.closest('a, button');
      if (stop && event.pointerType !== 'touch') say(table, stop);
    });
    table.addEventListener('pointerout', hush);
    table.addEventListener('click', hush);
  }

  const tables = document.querySelectorAll('table.callsheet');
  if (!tables.length) return;
  document.body.append(says);
  addEventListener('scroll', hush, {passive: true, capture: true});
  tables.forEach(attach);
})();
