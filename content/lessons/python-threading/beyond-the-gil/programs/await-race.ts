const shop = { stock: 5 };

async function read() {
  return shop.stock;
}

async function buy(n: number) {
  const stock = await read();
  shop.stock = stock - n;
}

await Promise.all([buy(1), buy(3)]);
console.log('left:', shop.stock);
