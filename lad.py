import sys,time,os,cProfile,pstats
sys.path.insert(0,'/work/main/tests/ledger')
import synthetic
from onrecord.keeping.ledger import Ledger
from onrecord.settings import from_environment
from onrecord.values.record import Record, Reader
from onrecord.values.findings import ArticleHead
import inspect
print(inspect.signature(ArticleHead))
