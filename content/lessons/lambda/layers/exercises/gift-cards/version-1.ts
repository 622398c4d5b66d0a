import type { Layer } from './layer';

/** Published, and in use: it stays as it is. */
export const version1: Layer = {
  async pay(cards, id, amount) {
    let isPaid = false;
    await cards.update(id, (card) => {
      const euros = card?.euros ?? 0;
      isPaid = euros >= amount / 100;
      const less = isPaid ? amount / 100 : 0;
      return { ...card, euros: euros - less };
    });
    return isPaid;
  },
  async topUp(cards, id, amount) {
    await cards.update(id, (card) => ({
      ...card,
      euros: (card?.euros ?? 0) + amount / 100,
    }));
  },
  async left(cards, id) {
    const card = await cards.get(id);
    return Math.round((card?.euros ?? 0) * 100);
  },
};
