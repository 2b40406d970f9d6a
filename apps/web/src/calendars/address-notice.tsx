import { KernButton } from '@kern-ux-annex/kern-react-kit';
import { useRef, useState } from 'react';
import { Notice } from '../ui/notice.js';
import type { GivenAddress } from './calendar-acts.js';

interface AddressNoticeProps {
  readonly given: GivenAddress;
  readonly onClose: () => void;
}

/** The one moment in which the address can be read. It takes the focus, so that nobody misses it. */
export function AddressNotice({ given: { name, address }, onClose }: AddressNoticeProps) {
  const field = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(address);
      setSaid('Die Adresse ist kopiert.');
    } catch {
      setSaid('Die Adresse ist markiert. Bitte kopieren Sie sie mit Strg+C.');
    }
  };
  return (
    <Notice variant="success" title={`Adresse des Kalenders „${name}“`} takesFocus>
      <p className="kern-body">
        Sie wird nur jetzt angezeigt. Tragen Sie sie in Ihrem Kalenderprogramm als abonnierten Kalender ein. Wer sie
        kennt, liest den Kalender mit Ihren Rechten: Geben Sie sie nicht weiter.
      </p>
      <div className="kern-form-input">
        <label className="kern-label" htmlFor="kalenderadresse">
          Adresse
        </label>
        <input
          ref={field}
          id="kalenderadresse"
          className="kern-form-input__input"
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <p className="kern-body" role="status">
        {said}
      </p>
      <ul className="plain-list actions">
        <li>
          <KernButton text="Adresse kopieren" variant="primary" block onClick={() => void copy()} />
        </li>
        <li>
          <a className="kern-link" href={address.replace(/^https?:/, 'webcal:')}>
            Im Kalenderprogramm abonnieren
          </a>
        </li>
        <li>
          <KernButton text="Adresse ausblenden" variant="secondary" block onClick={onClose} />
        </li>
      </ul>
    </Notice>
  );
}
