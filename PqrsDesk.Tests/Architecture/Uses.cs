using Mono.Cecil;
using Mono.Cecil.Cil;

namespace PqrsDesk.Architecture;

/// <summary>That a place in the code uses a type or one of its members.</summary>
/// <param name="From">The outermost type that was written: closures and state machines count as their writer's.</param>
/// <param name="Member">Null when it is the type as such.</param>
internal sealed record Use(TypeDefinition From, string Where, TypeReference Type, string? Member);

/// <summary>Reads what an assembly uses: signatures, attributes and method bodies.</summary>
internal static class Uses
{
    public static IEnumerable<Use> Of(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly, new ReaderParameters { InMemory = true });
        return module.GetTypes().SelectMany(OfType).ToList();
    }

    public static string NamespaceOf(this TypeReference type) => Outermost(type).Namespace;

    public static string Named(this TypeReference type) => Outermost(type).FullName;

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } around ? Outermost(around) : type;

    private static IEnumerable<Use> OfType(TypeDefinition type)
    {
        var writer = (TypeDefinition)Outermost(type);
        IEnumerable<TypeReference?> shape =
        [
            type.BaseType, .. type.Interfaces.Select(each => each.InterfaceType), .. type.Fields.Select(field => field.FieldType),
            .. type.Properties.Select(property => property.PropertyType), .. Attributes(type), .. type.Fields.SelectMany(Attributes),
            .. type.Properties.SelectMany(Attributes), .. type.GenericParameters.SelectMany(Constraints),
        ];
        return shape.SelectMany(Spread).Select(used => new Use(writer, writer.FullName, used, null))
            .Concat(type.Methods.SelectMany(method => OfMethod(writer, method)));
    }

    private static IEnumerable<Use> OfMethod(TypeDefinition writer, MethodDefinition method)
    {
        var where = $"{writer.FullName}.{method.Name}";
        IEnumerable<TypeReference?> shape =
        [
            method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. Attributes(method),
            .. method.Parameters.SelectMany(Attributes), .. method.GenericParameters.SelectMany(Constraints),
        ];
        foreach (var used in shape.SelectMany(Spread)) yield return new(writer, where, used, null);
        if (!method.HasBody) yield break;
        foreach (var used in method.Body.Variables.Select(variable => variable.VariableType).SelectMany(Spread)) yield return new(writer, where, used, null);
        foreach (var use in method.Body.Instructions.SelectMany(instruction => OfInstruction(writer, where, instruction))) yield return use;
    }

    private static IEnumerable<Use> OfInstruction(TypeDefinition writer, string where, Instruction instruction)
    {
        var (types, member) = instruction.Operand switch
        {
            MethodReference method => (Types(method), method.Name),
            FieldReference field => ([field.DeclaringType, field.FieldType], field.Name),
            TypeReference type => ([type], null),
            _ => (Array.Empty<TypeReference>(), (string?)null),
        };
        return types.SelectMany((type, index) => Spread(type).Select(used => new Use(writer, where, used, index == 0 ? member : null)));
    }

    private static TypeReference[] Types(MethodReference method) =>
    [
        method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType),
        .. method is GenericInstanceMethod generic ? generic.GenericArguments : [],
    ];

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute => attribute.ConstructorArguments
            .Select(argument => argument.Value).OfType<TypeReference>().Append(attribute.AttributeType));

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) => parameter.Constraints.Select(constraint => constraint.ConstraintType);

    /// <summary>The type itself, and those it is made of.</summary>
    private static IEnumerable<TypeReference> Spread(TypeReference? type) => type switch
    {
        null or GenericParameter => [],
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Spread).Prepend(generic.ElementType),
        TypeSpecification made => Spread(made.ElementType),
        _ => [type],
    };
}
