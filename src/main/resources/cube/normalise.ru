# Makes implicit statements of a data cube explicit, so that the checks can rely on them: types, component properties, and values
# that are attached to a data set or a slice instead of to each observation.
PREFIX qb: <http://purl.org/linked-data/cube#>

INSERT { ?to a ?type } WHERE {
    VALUES (?link ?type) {
        (qb:dataSet qb:DataSet) (qb:observation qb:Observation) (qb:slice qb:Slice)
        (qb:dimension qb:DimensionProperty) (qb:measure qb:MeasureProperty) (qb:attribute qb:AttributeProperty) }
    ?from ?link ?to } ;
INSERT { ?from a ?type } WHERE {
    VALUES (?link ?type) { (qb:dataSet qb:Observation) (qb:slice qb:DataSet) (qb:observation qb:Slice) }
    ?from ?link ?to } ;
INSERT { ?component qb:componentProperty ?property } WHERE {
    ?component qb:dimension|qb:measure|qb:attribute ?property } ;
INSERT { ?observation qb:dataSet ?dataSet } WHERE {
    ?dataSet qb:slice ?slice . ?slice qb:observation ?observation } ;
INSERT { ?observation ?property ?value } WHERE {
    ?component qb:componentAttachment qb:DataSet ; qb:componentProperty ?property .
    ?dataSet qb:structure/qb:component ?component ; ?property ?value .
    ?observation qb:dataSet ?dataSet } ;
INSERT { ?observation ?property ?value } WHERE {
    ?component qb:componentAttachment qb:Slice ; qb:componentProperty ?property .
    ?dataSet qb:structure/qb:component ?component ; qb:slice ?slice .
    ?slice ?property ?value ; qb:observation ?observation } ;
INSERT { ?observation ?property ?value } WHERE {
    ?dataSet qb:slice ?slice . ?slice qb:sliceStructure/qb:componentProperty ?property ; ?property ?value ; qb:observation ?observation }
