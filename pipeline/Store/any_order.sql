-- Whether the store holds an order at all.
select exists (from complaint);
