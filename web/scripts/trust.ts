// Under `require-trusted-types-for 'script'` a browser turns text into HTML for named policies only. This one, "concord", is
// given to htmx, which hands it nothing but answers from our own address (its mode is same-origin). It can make no
// script, and text from `hx-on` or `js:` values is never run.

const refuse = () => {
  throw new Error("Concord runs no script from text");
};

htmx.registerExtension("own-html", {
  init(inside) {
    const plain = { createHTML: (text: string) => text };
    inside.initSecurity(window.trustedTypes?.createPolicy("concord", plain) ?? plain, refuse, refuse);
  },
});
