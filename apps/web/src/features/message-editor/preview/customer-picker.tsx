import type { CustomerSummary } from '@curlew/contract';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { CustomerSelect } from './customer-select.tsx';
import { usePreviewCustomerStore } from './preview-customer-store.ts';
import { useCustomerSearch } from './use-customer-search.ts';

interface CustomerPickerProps {
  readonly projectId: string;
  readonly customer: CustomerSummary;
}

/** Chooses whom the message is previewed for: by search, or one after the other through what the search found. */
export function CustomerPicker({ projectId, customer }: CustomerPickerProps) {
  const choose = usePreviewCustomerStore((state) => state.choose);
  const [text, setText] = useState('');
  const search = useCustomerSearch(projectId, text);
  const { found, hasMore } = search;
  // -1 where the search does not find the one in sight: the next is then the first it found.
  const place = found.findIndex(({ id }) => id === customer.id);
  const hasNext = place + 1 < found.length || (found.length > 0 && hasMore);

  const goTo = (list: readonly CustomerSummary[], next: number) => {
    const target = list[next];
    if (target) choose(projectId, target.id);
  };
  const goNext = async () => {
    const list = place + 1 < found.length ? found : await search.loadMore();
    goTo(list, place + 1);
  };

  return (
    <div className="flex items-center gap-1">
      <div className="min-w-0 flex-1">
        <CustomerSelect
          customer={customer}
          text={text}
          onTextChange={setText}
          search={search}
          onChoose={(customerId) => choose(projectId, customerId)}
        />
      </div>
      <IconButton
        label="Previous customer"
        icon={<ChevronLeft />}
        disabled={place <= 0}
        onClick={() => goTo(found, place - 1)}
      />
      <IconButton
        label="Next customer"
        icon={<ChevronRight />}
        disabled={!hasNext}
        onClick={() => void goNext()}
      />
    </div>
  );
}
