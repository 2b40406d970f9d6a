import { type ReactNode, useEffect, useRef } from 'react';

interface NoticeProps {
  readonly variant: 'info' | 'success' | 'warning' | 'danger';
  readonly title: string;
  readonly children?: ReactNode;
  /** Takes the focus when it appears, so that nobody has to look for it. */
  readonly takesFocus?: boolean;
}

/** A KERN alert that may hold lists and buttons; read out when it appears later than the page. */
export function Notice({ variant, title, children, takesFocus = false }: NoticeProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus, title]);
  return (
    <div className={`kern-alert kern-alert--${variant} notice`} ref={box} tabIndex={takesFocus ? -1 : undefined}>
      <div className="kern-alert__header">
        <span className={`kern-icon kern-icon--${variant}`} aria-hidden="true" />
        <span className="kern-title">{title}</span>
      </div>
      {children && <div className="kern-alert__body">{children}</div>}
    </div>
  );
}
