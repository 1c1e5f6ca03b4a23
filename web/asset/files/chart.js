// Lets a chart speak: what is pointed at or walked to says its numbers beside it. A chart is
// one stop of the Tab key; the arrows go from mark to mark, Home and End to the first and the
// last. Without it, browsers show the same words as titles.
(() => {
  'use strict';

  function attach(svg) {
    const figure = svg.closest('.chart');
    const marks = [...svg.querySelectorAll('.said')];
    if (!marks.length) return;
    let stop = marks[0];

    const spoken = document.createElement('p');
    spoken.className = 'spoken';
    spoken.setAttribute('aria-hidden', 'true'); // the mark's own name says it
    spoken.hidden = true;
    figure.append(spoken);

    function show(mark) {
      spoken.textContent = mark.getAttribute('aria-label');
      spoken.hidden = false;
      const around = figure.getBoundingClientRect();
      const over = mark.querySelector('.over').getBoundingClientRect();
      const middle = over.left + over.width / 2 - around.left - spoken.offsetWidth / 2;
      spoken.style.left = `${Math.max(0, Math.min(middle, around.width - spoken.offsetWidth))}px`;
      spoken.style.top = `${over.top - around.top - spoken.offsetHeight - 6}px`;
    }

    function hide() {
      if (svg.contains(document.activeElement)) show(document.activeElement);
      else spoken.hidden = true;
    }

    function go(mark) {
      stop.tabIndex = -1;
      stop = mark;
      stop.tabIndex = 0;
      stop.focus();
    }

    for (const mark of marks) {
      const title = mark.querySelector('title');
      mark.setAttribute('aria-label', title.textContent);
      title.remove(); // else the browser shows it too
      mark.tabIndex = mark === stop ? 0 : -1;
      mark.addEventListener('pointerenter', () => show(mark));
      mark.addEventListener('pointerleave', hide);
      mark.addEventListener('focus', () => show(mark));
      mark.addEventListener('blur', hide);
    }
    svg.addEventListener('keydown', (event) => {
      const at = marks.indexOf(document.activeElement);
      const to = {
        ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1,
      }[event.key];
      if (event.key === 'Escape') spoken.hidden = true;
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      if (marks[to]) go(marks[to]);
    });
  }

  document.querySelectorAll('.chart svg').forEach(attach);
})();
