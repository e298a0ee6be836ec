-- Grain of cut_row: as cut, of the complaints whose point is one of within_point, the points that were found to lie in the polygon of a cut.
create or replace temp view cut_row as
select *
from cut
semi join within_point using (longitude, latitude)
where geo_level in ('coordinate', 'place');
