// A page that behaves, or misbehaves as its query says.
const show = (name, value, text = value) => {
  for (const e of document.querySelectorAll(`[data-figure="${name}"]`)) {
    e.setAttribute('value', value);
    e.textContent = text;
  }
};
// chromedriver sends `change` only when it chooses an option.
for (const type of ['input', 'change'])
  document.querySelector('.slc').addEventListener(type, ({ target: { name, value } }) => {
    if (name === 'customers') show(name, value, String(Math.round(value)));
    if (name === 'tier') show(name, value);
    if (name === 'segment') show('nested.0', value);
  });

const root = document.getElementById('host').attachShadow({ mode: 'open' });
root.innerHTML = '<data data-figure="hidden" value="3">3</data> <button name="inside">More</button>';
root.querySelector('button').addEventListener('click', () =>
  root.querySelector('data').setAttribute('value', '4'));

const query = new URLSearchParams(location.search);
const add = (tag, properties) => document.querySelector('.slc').append(Object.assign(document.createElement(tag), properties));
if (query.has('violate')) document.querySelector('.slc').setAttribute('style', 'color: red');
if (query.has('throw')) { setTimeout(() => { throw new Error('thrown'); }); Promise.reject(new Error('rejected')); }
if (query.has('wide')) add('div', { className: 'wide', textContent: 'wide' });
if (query.has('picture')) add('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=' });

for (const name of ['data-ready', 'data-complete']) document.querySelector('.slc').setAttribute(name, '');
if (query.has('late')) {
  // As `start_all` counts them. The second one draws some frames after the first.
  window.__started = 2;
  const draw = (frames) => {
    if (frames > 0) return requestAnimationFrame(() => draw(frames - 1));
    add('section', { className: 'slc' });
    const second = document.querySelector('section.slc');
    second.setAttribute('data-ready', '');
    requestAnimationFrame(() => second.setAttribute('data-complete', ''));
  };
  draw(30);
}
