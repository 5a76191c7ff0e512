import { zodResolver } from '@hookform/resolvers/zod';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { SessionPage } from './session-page.tsx';
import { describeSignIn, signIn, type Credentials } from './sign-in.ts';

const route = getRouteApi('/sign-in');

const credentialsSchema = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Type your e-mail')
    .pipe(z.email('Type a whole e-mail, as name@example.com')),
  password: z.string().min(1, 'Type your password'),
});

/** E-mail and password, then on to where one wanted to go. */
export function SignInPage() {
  const { returnTo } = route.useSearch();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const { register, handleSubmit, formState, resetField, setFocus } = useForm<Credentials>({
    resolver: zodResolver(credentialsSchema),
    defaultValues: { email: '', password: '' },
  });
  const { errors, isSubmitting } = formState;

  const submit = handleSubmit(async (credentials) => {
    setProblem(null);
    const sentence = describeSignIn(await signIn(credentials));
    if (sentence !== null) {
      setProblem(sentence);
      resetField('password');
      setFocus('password');
      return;
    }
    // Nothing of whoever was here before may be seen by who is here now.
    queryClient.clear();
    router.history.replace(returnTo ?? '/');
  });

  return (
    <SessionPage
      title="Sign in"
      {...(returnTo ? { lead: 'Then you go on to the page you asked for.' } : {})}
      foot="The first start of Curlew prints an e-mail and a one-time password where it was started."
    >
      <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        {problem !== null && <Banner kind="error">{problem}</Banner>}
        <Field label="E-mail" error={errors.email?.message}>
          <TextField
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            // The page is there for nothing else.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            {...register('email')}
          />
        </Field>
        <Field label="Password" error={errors.password?.message}>
          <PasswordField autoComplete="current-password" {...register('password')} />
        </Field>
        <Button type="submit" variant="primary" loading={isSubmitting}>
          Sign in
        </Button>
      </form>
    </SessionPage>
  );
}
