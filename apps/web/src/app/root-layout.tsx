import { Outlet } from '@tanstack/react-router';
import { PendingBar } from './pending-bar.tsx';

export function RootLayout() {
  return (
    <div className="flex h-dvh">
      <PendingBar />
      <Outlet />
    </div>
  );
}
