-- A load that died after storing its new orders and before accounting for them is taken back: nothing of it was told to anyone.
delete from complaint
using load_pending
where complaint.load_no >= load_pending.load_no;

delete from load_pending;
