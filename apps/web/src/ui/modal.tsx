import { KernHeading } from '@kern-ux-annex/kern-react-kit';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

interface ModalProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own modal dialog: it traps the focus, closes on Escape and gives the focus back. */
export function Modal({ title, onClose, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The first field, rather than the button that closes; without fields, the title.
    const first = element?.querySelector<HTMLElement>('input, select, textarea') ?? heading.current;
    first?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="kern-dialog modal"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="kern-dialog__header">
        <div id={titleId} ref={heading} tabIndex={-1}>
          <KernHeading level={2} size="medium">
            {title}
          </KernHeading>
        </div>
        <button type="button" className="kern-btn kern-btn--tertiary" onClick={onClose}>
          <span className="kern-icon kern-icon--close" aria-hidden="true" />
          <span className="kern-label kern-sr-only">Schließen</span>
        </button>
      </header>
      {children}
    </dialog>
  );
}
