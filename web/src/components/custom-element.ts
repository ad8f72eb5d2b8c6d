/** Defines an element, unless another copy of the elements on the page already has: the first one stays. */
export const customElement = (name: string) => (type: CustomElementConstructor) => {
  if (!customElements.get(name)) customElements.define(name, type);
};
