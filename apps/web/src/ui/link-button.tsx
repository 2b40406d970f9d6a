import { KernIcon } from '@kern-ux-annex/kern-react-kit';
import type { ComponentProps } from 'react';
import { Link } from 'react-router';

interface LinkButtonProps {
  readonly to: string;
  readonly text: string;
  readonly variant?: 'primary' | 'secondary' | 'tertiary';
  readonly icon?: ComponentProps<typeof KernIcon>['icon'];
}

/** Looks like a button, is a link: it leads somewhere and does nothing. */
export function LinkButton({ to, text, variant = 'secondary', icon }: LinkButtonProps) {
  return (
    <Link to={to} className={`kern-btn kern-btn--${variant}`}>
      {icon && <KernIcon icon={icon} />}
      <span className="kern-label">{text}</span>
    </Link>
  );
}
