# The other side of clusters.cs: scikit-learn's DBSCAN of pairs of doubles; writes label and core (int32 each) of every point, prints seconds.
import sys
import time

import numpy
from sklearn.cluster import DBSCAN

source, target, eps, least = sys.argv[1], sys.argv[2], float(sys.argv[3]), int(sys.argv[4])
points = numpy.fromfile(source, dtype="<f8").reshape(-1, 2)
begun = time.perf_counter()
found = DBSCAN(eps=eps, min_samples=least, n_jobs=-1).fit(points)
seconds = time.perf_counter() - begun
core = numpy.zeros(len(points), dtype="<i4")
core[found.core_sample_indices_] = 1
numpy.stack([found.labels_.astype("<i4"), core], axis=1).tofile(target)
print(seconds)
