import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { meQuery } from '../../lib/me-query.ts';
import { signOut } from './sign-out.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import {
  changePassword,
  findPasswordProblem,
  type PasswordChange,
  passwordChangeSchema,
} from './change-password.ts';
import { SessionPage } from './session-page.tsx';

const route = getRouteApi('/change-password');

/** A new password: because the one-time one must go, or because one wants to. */
export function ChangePasswordPage() {
  const { returnTo = '/' } = route.useSearch();
  const { me } = route.useRouteContext();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const { register, handleSubmit, formState, setError } = useForm<PasswordChange>({
    resolver: zodResolver(passwordChangeSchema),
    defaultValues: { current: '', next: '', repeated: '' },
  });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async (change) => {
    setProblem(null);
    const found = findPasswordProblem(await changePassword(change));
    if (found) {
      if (found.field === null) setProblem(found.sentence);
      else setError(found.field, { message: found.sentence }, { shouldFocus: true });
      return;
    }
    queryClient.removeQueries({ queryKey: meQuery.queryKey });
    notify.done('Your password is changed. You were signed out everywhere else.');
    router.history.replace(returnTo);
  });

  return (
    <SessionPage
      title={me.mustChangePassword ? 'Choose your own password' : 'Change password'}
      lead={
        me.mustChangePassword
          ? 'The one-time password can be read where Curlew was started. Replace it to go on.'
          : 'You stay signed in here and are signed out everywhere else.'
      }
      foot={
        <>
          Signed in as {me.user.email}
          <Button variant="ghost" size="small" onClick={() => void signOut()}>
            Sign out
          </Button>
        </>
      }
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {problem !== null && <Banner kind="error">{problem}</Banner>}
        {/* Password managers look for whose password it is. */}
        <input type="text" hidden readOnly autoComplete="username" value={me.user.email} />
        <Field
          label={me.mustChangePassword ? 'One-time password' : 'Current password'}
          error={errors.current?.message}
        >
          <PasswordField autoComplete="current-password" {...register('current')} />
        </Field>
        <Field
          label="New password"
          hint="At least 10 characters; a few words are fine"
          error={errors.next?.message}
        >
          <PasswordField autoComplete="new-password" {...register('next')} />
        </Field>
        <Field label="New password again" error={errors.repeated?.message}>
          <PasswordField autoComplete="new-password" {...register('repeated')} />
        </Field>
        <div className="flex justify-end gap-2">
          {!me.mustChangePassword && <Button onClick={() => router.history.replace(returnTo)}>Cancel</Button>}
          <Button type="submit" variant="primary" loading={isSubmitting}>
            Change password
          </Button>
        </div>
      </form>
    </SessionPage>
  );
}
