import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { IconButton } from './icon-button.tsx';
import { TextField } from './text-field.tsx';

interface PasswordFieldProps extends Omit<ComponentProps<typeof TextField>, 'type' | 'size' | 'isMono'> {
  /** What is hidden, as its button says it. */
  readonly what?: string;
}

/** A password, hidden until asked otherwise. Stands in a Field. */
export function PasswordField({ what = 'password', ...props }: PasswordFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative [&_input]:pr-9">
      <TextField {...props} type={isShown ? 'text' : 'password'} spellCheck={false} autoCapitalize="none" />
      <div className="absolute inset-y-0 right-0.5 flex items-center">
        <IconButton
          size="small"
          label={`${isShown ? 'Hide' : 'Show'} ${what}`}
          icon={isShown ? <EyeOff /> : <Eye />}
          onClick={() => setShown(!isShown)}
        />
      </div>
    </div>
  );
}
