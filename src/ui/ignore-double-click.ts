/** For a button that answers: the second click of a double click lands on whatever has come up there since. */
export function once(press: () => void) {
  return ({ detail }: MouseEvent): void => {
    if (detail < 2) press()
  }
}
