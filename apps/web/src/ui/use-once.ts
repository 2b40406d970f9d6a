import { useRef } from 'react';

/** True from the first time on: the buttons stay where the last of them has just been used, and say that it is done. */
export function useOnce(now: boolean): boolean {
  const ever = useRef(now);
  ever.current ||= now;
  return ever.current;
}
