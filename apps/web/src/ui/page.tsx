import { KernHeading, KernLoader } from '@kern-ux-annex/kern-react-kit';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useLocation } from 'react-router';

interface PageProps {
  readonly title: string;
  /** What stands above the heading, for example the number of an item. */
  readonly preline?: ReactNode;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  /** True where something below takes the focus: what has just been done. */
  readonly leavesFocus?: boolean;
}

/** Title, heading and focus of a page: after a change of route, the heading is where reading begins. */
export function Page({ title, preline, lead, children, leavesFocus = false }: PageProps) {
  const heading = useRef<HTMLDivElement>(null);
  const { key, pathname } = useLocation();
  // Filters in the address change the key, too; only the key with which a path was entered tells of a first page.
  const entered = useRef({ pathname, isFirst: key === 'default' });
  if (entered.current.pathname !== pathname) entered.current = { pathname, isFirst: key === 'default' };
  useEffect(() => {
    document.title = `${title} – Konferenzmappe`;
  }, [title]);
  useEffect(() => {
    if (!entered.current.isFirst && !leavesFocus) heading.current?.focus();
  }, [pathname, leavesFocus]);
  return (
    <>
      <header className="page-header">
        {preline && <p className="kern-preline">{preline}</p>}
        <div ref={heading} tabIndex={-1} className="page-heading">
          <KernHeading level={1} size="large">
            {title}
          </KernHeading>
        </div>
        {lead && <div className="kern-body page-lead">{lead}</div>}
      </header>
      {children}
    </>
  );
}

/** Shown only when waiting is noticeable, so that quick answers do not flash. */
export function Loading({ what }: { readonly what: string }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 400);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div role="status" className="loading" aria-busy="true">
      {isSlow && (
        <>
          <KernLoader />
          <p className="kern-body">{what} …</p>
        </>
      )}
    </div>
  );
}

export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="section">
      <KernHeading level={2} size="medium">
        {title}
      </KernHeading>
      {children}
    </section>
  );
}
