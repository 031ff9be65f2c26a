/** A long list in pieces that the browser lays out only where they are seen. */
export function chunks<Item>(all: Item[], size = 40): Item[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
