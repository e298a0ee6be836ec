-- Grain: one row per order: the hash of its number.
select id_hash
from complaint;
