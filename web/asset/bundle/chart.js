// Draws the Vega-Lite charts of a page: each <figure data-chart="address"> whose
// server-drawn picture is for readers without scripts. Expressions are interpreted and not
// compiled, so that the pages' Content-Security-Policy needs no unsafe-eval.
import * as vega from 'vega';
import {compile} from 'vega-lite';
import {expressionInterpreter} from 'vega-interpreter';

const themes = {
  light: {paper: null, ink: '#1c1b1a', soft: '#5f5a53', line: '#ded9d0', marks: ['#4b2e83', '#b5660f', '#0f7069', '#5f5a53', '#a33d5e', '#2f6db3']},
  dark: {paper: null, ink: '#efece6', soft: '#aaa49a', line: '#3a3733', marks: ['#bba4f2', '#e6a550', '#55c3b9', '#b8b1a6', '#f08bab', '#7db4f0']},
};

function config() {
  const theme = themes[matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'];
  const font = '"Source Sans 3", sans-serif';
  return {
    background: theme.paper,
    font,
    view: {stroke: null},
    range: {category: theme.marks},
    axis: {labelColor: theme.soft, titleColor: theme.soft, gridColor: theme.line, domainColor: theme.line, tickColor: theme.line, labelFontSize: 13, titleFontSize: 13},
    legend: {orient: 'top', labelLimit: 320, labelColor: theme.ink, titleColor: theme.soft, labelFontSize: 13, titleFontSize: 13},
    title: {color: theme.ink, font},
    text: {color: theme.ink},
  };
}

async function draw(figure) {
  const answer = await fetch(figure.dataset.chart);
  if (!answer.ok) return;
  const specification = await answer.json();
  delete specification.title; // the page says it
  const target = document.createElement('div');
  target.className = 'drawn';
  const picture = figure.querySelector('.picture');
  specification.width = Math.max(260, picture.clientWidth - 90);
  const {spec} = compile(specification, {config: config()});
  const view = new vega.View(vega.parse(spec, null, {ast: true}), {
    expr: expressionInterpreter,
    renderer: 'svg',
    hover: true,
    loader: vega.loader({http: {credentials: 'omit'}}),
  });
  await view.initialize(target).runAsync();
  picture.replaceChildren(target);
}

for (const figure of document.querySelectorAll('figure[data-chart]')) {
  draw(figure).catch((fault) => console.warn('the chart is not drawn, the tables hold its numbers:', fault.message));
}
