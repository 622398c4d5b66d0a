export * from './assert.ts';
export * from './print.ts';
export * from './random.ts';
