// Offers titles and people as somebody types into a search field, as a combobox
// with a list (WAI-ARIA). Without it the field still searches.
(() => {
  'use strict';
  const pause = 120;

  function attach(input, number) {
    const list = document.createElement('ul');
    list.id = `offers-${number}`;
    list.className = 'offers';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Suggestions');
    list.hidden = true;
    input.form.append(list);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
    input.setAttribute('aria-controls', list.id);

    let chosen = -1;
    let timer = 0;
    let asking = null;

    function close() {
      list.hidden = true;
      chosen = -1;
      input.setAttribute('aria-expanded', 'false');
      input.removeAttribute('aria-activedescendant');
    }

    function choose(place) {
      const options = list.children;
      if (!options.length) return;
      chosen = (place + options.length) % options.length;
      for (let i = 0; i < options.length; i++) options[i].setAttribute('aria-selected', String(i === chosen));
      input.setAttribute('aria-activedescendant', options[chosen].id);
      options[chosen].scrollIntoView({block: 'nearest'});
    }

    function show(offers) {
      list.replaceChildren(...offers.map((offer, i) => {
        const option = document.createElement('li');
        option.id = `${list.id}-${i}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const name = document.createElement('span');
        name.textContent = offer.label;
        const note = document.createElement('small');
        note.textContent = offer.note;
        option.append(name, ' ', note);
        option.addEventListener('mousedown', (event) => {
          event.preventDefault();
          location.assign(offer.address);
        });
        option.dataset.address = offer.address;
        return option;
      }));
      chosen = -1;
      list.hidden = offers.length === 0;
      input.setAttribute('aria-expanded', String(offers.length > 0));
    }

    async function ask() {
      const text = input.value.trim();
      asking?.abort();
      if (text.length < 2) return close();
      asking = new AbortController();
      try {
        const answer = await fetch('/suggest?' + new URLSearchParams({q: text}), {signal: asking.signal});
        if (answer.ok) show(await answer.json());
      } catch (fault) {
        if (fault.name !== 'AbortError') close();
      }
    }

    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, pause);
    });
    input.addEventListener('blur', close);
    input.addEventListener('keydown', (event) => {
      if (list.hidden) return;
      if (event.key === 'ArrowDown') { event.preventDefault(); choose(chosen + 1); }
      else if (event.key === 'ArrowUp') { event.preventDefault(); choose(chosen - 1); }
      else if (event.key === 'Escape') { event.preventDefault(); close(); }
    });
    // Enter submits the form, which goes to what is chosen.
    input.form.addEventListener('submit', (event) => {
      if (list.hidden || chosen < 0) return;
      event.preventDefault();
      location.assign(list.children[chosen].dataset.address);
    });
  }

  document.querySelectorAll('form.find input[type=search]').forEach(attach);
})();
