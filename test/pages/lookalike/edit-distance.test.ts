import { expect, test } from 'vitest'
import { editsTo } from '../../../src/pages/lookalike/edit-distance'

test.each([
  ['sellercentral', 0],
  ['my-sellercentral-page', 0],
  ['sellercentra', 1],
  ['sellercenteral', 1],
  ['selelrcentral', 1],
  ['seller?entral', 0],
  ['sellcentral', 2],
  ['sellercentre', 2],
  ['sellercenter', 3],
  ['', 13],
])('some part of %j is %i edits from "sellercentral"', (text, edits) => {
  expect(editsTo('sellercentral', text)).toBe(edits)
})

test.each([
  ['amazon', 0],
  ['amazom', 1],
  ['amzaon', 1],
  ['amazons', 1],
  ['theamazon', 3],
  ['', 6],
])('all of %j is %i edits from "amazon"', (text, edits) => {
  expect(editsTo('amazon', text, true)).toBe(edits)
})
