/** Ignores the second click of a double click, which would press whatever has moved under the pointer. */
export function once(press: () => void) {
  return ({ detail }: MouseEvent): void => {
    if (detail < 2) press()
  }
}
